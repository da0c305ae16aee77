import type { Pairs } from './chinese.ts'

/** Pairs written after the rules were made, and never used to make them. */
export const unseen: readonly Pairs[] = [
  {
    title: '云汀市法律援助办事指南',
    quote:
      '家庭人均月收入低于当地低保标准2倍：滨江区、云麓区、高新区1,780元，青禾县1,440元。以下免查经济困难：低保、特困人员和优抚对象；农民工请求支付劳动报酬、工伤；无固定生活来源的未成年人、老年人、残疾人；受家庭暴力、虐待、遗弃的；见义勇为者。',
    yes: [
      '家庭人均月收入低于当地低保标准2倍的，属于经济困难。',
      '滨江区、云麓区和高新区的经济困难标准是家庭人均月收入低于1,780元。',
      '青禾县的标准是1440元。',
      '农民工讨要劳动报酬或者因工伤申请，免查经济困难。',
      '受家庭暴力、虐待、遗弃的，不用审查经济困难。',
      '低保对象、特困人员和优抚对象免查经济困难。',
    ],
    no: [
      '青禾县的经济困难标准是家庭人均月收入低于1,780元。',
      '家庭人均月收入低于当地低保标准3倍的，属于经济困难。',
      '家庭人均年收入低于1,780元的，可以申请法律援助。',
      '农民工请求支付劳动报酬的，也要审查经济困难。',
      '大学生申请法律援助免查经济困难。',
      '法律援助每次收取服务费100元。',
    ],
  },
  {
    title: '云汀市法律援助办事指南',
    quote:
      '窗口：地点或入口：市法律援助中心，滨江区沿江路66号四楼；各区县司法局；街道司法所\n网上：地点或入口：“云汀通”—“法律服务”\n电话：地点或入口：12348，24小时，可接12345转接\n材料：身份证、申请表、与案件有关的材料、经济困难说明（如实填，不用开证明）。代理申请的加授权书。',
    yes: [
      '可以到市法律援助中心申请，地址是滨江区沿江路66号四楼。',
      '也可以在“云汀通”的“法律服务”里网上申请。',
      '法律援助电话是12348，24小时服务。',
      '需要身份证、申请表、与案件有关的材料和经济困难说明。',
      '经济困难说明如实填写，不用开证明。',
      '代理申请的，还要加授权书。',
    ],
    no: [
      '市法律援助中心在滨江区沿江路88号四楼。',
      '法律援助电话是12338，24小时服务。',
      '需要到社区开具经济困难证明。',
      '代理申请的，不需要授权书。',
      '申请材料包括身份证、户口簿和申请表。',
      '请加微信 flyz12348 咨询。',
      '可以登录 www.flyz.example.com 网上申请。',
    ],
  },
  {
    title: '滨江区2026年义务教育阶段学校招生入学实施办法',
    quote:
      '随迁子女 第五顺位：条件：父母一方持有效云汀市居住证且居住地在滨江区，居住证积分满60分（以2026年5月31日分值为准），按积分从高到低录取到相对就近的学校\n第三条　产权住房是指住宅，产权份额不低于51%。商铺、公寓式办公用房、车库不作为入学依据。',
    yes: [
      '随迁子女属于第五顺位，父母一方要持有效云汀市居住证且居住地在滨江区。',
      '居住证积分要满60分，以2026年5月31日的分值为准。',
      '按积分从高到低录取到相对就近的学校。',
      '产权住房是指住宅，产权份额不能低于51%。',
      '商铺、公寓式办公用房和车库不能作为入学依据。',
    ],
    no: [
      '随迁子女属于第四顺位。',
      '居住证积分要满80分。',
      '居住证积分以2026年6月30日的分值为准。',
      '产权份额不低于50%即可。',
      '商铺可以作为入学依据。',
      '父母双方都要持有效云汀市居住证。',
      '积分从低到高录取。',
    ],
  },
  {
    title: '云汀市特困人员救助供养办事指南',
    quote:
      '基本生活：滨江区、云麓区、高新区：1,157元/月；青禾县：936元/月\n照料护理（全自理／半护理／全护理）：滨江区、云麓区、高新区：208／520／1,040元/月；青禾县：208／520／1,040元/月\n住院陪护：滨江区、云麓区、高新区：每日120元，每年最多60日；青禾县：每日100元，每年最多60日\n丧葬：一次性按12个月基本生活标准',
    yes: [
      '滨江区特困人员基本生活标准是每月1,157元。',
      '青禾县的基本生活标准是936元/月。',
      '住院陪护在滨江区每日120元，每年最多60日。',
      '青禾县住院陪护每日100元。',
      '丧葬费用一次性按12个月基本生活标准发放。',
    ],
    no: [
      '青禾县特困人员基本生活标准是每月1,157元。',
      '滨江区特困人员基本生活标准是每月936元。',
      '青禾县住院陪护每日120元，每年最多60日。',
      '住院陪护每年最多90日。',
      '丧葬费用一次性按6个月基本生活标准发放。',
      '滨江区特困人员基本生活标准是每年1,157元。',
    ],
  },
  {
    title: '关于调整2026年度住房公积金缴存基数和比例的通知',
    quote:
      '一、缴存基数调整为职工本人2025年度月平均工资，上限28,200元，下限2,100元。\n二、单位和职工缴存比例为5%至12%。\n四、单位应当于2026年7月1日至8月31日通过网上大厅办理基数调整。办理前应当核对职工姓名、身份证号码、手机号码，信息不一致的先办理信息变更。\n五、进城务工人员、劳务派遣职工、试用期职工应当一并纳入缴存范围。\n七、单位合并、分立、撤销、解散或者破产的，应当自发生上述情况之日起30日内办理变更或者注销登记。',
    yes: [
      '2026年度公积金缴存基数为职工本人2025年度月平均工资。',
      '缴存基数上限是28,200元，下限是2,100元。',
      '单位和职工的缴存比例为5%到12%。',
      '单位应在2026年7月1日至8月31日期间通过网上大厅办理基数调整。',
      '试用期职工也应当纳入缴存范围。',
      '公司解散或者破产的，要在30日内办理变更或者注销登记。',
    ],
    no: [
      '缴存基数上限是2,100元。',
      '单位和职工的缴存比例为5%至15%。',
      '单位应在2026年7月1日至9月30日办理基数调整。',
      '试用期职工不用缴存住房公积金。',
      '单位破产的，应当在60日内办理注销登记。',
      '职工个人应当于2026年7月1日至8月31日办理基数调整，逾期罚款500元。',
      '单位可以自愿决定是否将劳务派遣职工纳入缴存范围。',
    ],
  },
  {
    title: '中华人民共和国消费者权益保护法',
    quote:
      '第二十五条　经营者采用网络、电视、电话、邮购等方式销售商品，消费者有权自收到商品之日起七日内退货，且无需说明理由，但下列商品除外：\n（一）消费者定作的；\n（二）鲜活易腐的；\n（三）在线下载或者消费者拆封的音像制品、计算机软件等数字化商品；\n（四）交付的报纸、期刊。\n消费者退货的商品应当完好。经营者应当自收到退回商品之日起七日内返还消费者支付的商品价款。退回商品的运费由消费者承担；经营者和消费者另有约定的，按照约定。',
    yes: [
      '网上买的东西，收到商品之日起七日内可以退货，不用说明理由。',
      '消费者自收到商品之日起7天内有权退货，且无需说明理由。',
      '消费者定作的商品和鲜活易腐的商品除外。',
      '退货的商品应当完好。',
      '经营者应当自收到退回商品之日起七日内返还商品价款。',
      '退货的运费由消费者承担，另有约定的按照约定。',
    ],
    no: [
      '消费者自收到商品之日起十五日内可以退货。',
      '消费者自下单之日起七个工作日内有权退货。',
      '退货必须说明理由。',
      '退回商品的运费由经营者承担。',
      '鲜活易腐的商品也可以七日内退货，无需说明理由。',
      '经营者应当在三日内返还消费者支付的商品价款。',
      '经营者可以不返还消费者支付的商品价款。',
    ],
  },
  {
    title: '中华人民共和国劳动合同法',
    quote:
      '第十九条　劳动合同期限三个月以上不满一年的，试用期不得超过一个月；劳动合同期限一年以上不满三年的，试用期不得超过二个月；三年以上固定期限和无固定期限的劳动合同，试用期不得超过六个月。\n同一用人单位与同一劳动者只能约定一次试用期。',
    yes: [
      '劳动合同期限三个月以上不满一年的，试用期最长一个月。',
      '合同期限一年以上不满三年的，试用期不得超过二个月。',
      '签三年以上固定期限劳动合同的，试用期不得超过六个月。',
      '无固定期限劳动合同的试用期不能超过6个月。',
      '同一用人单位与同一劳动者只能约定一次试用期。',
    ],
    no: [
      '劳动合同期限一年以上不满三年的，试用期不得超过六个月。',
      '劳动合同期限三个月以上不满一年的，试用期不得超过三个月。',
      '三年以上固定期限的劳动合同，试用期不得超过一个月。',
      '同一用人单位与同一劳动者可以约定两次试用期。',
      '无固定期限劳动合同的试用期不得少于六个月。',
      '试用期工资不得低于约定工资的80%。',
    ],
  },
  {
    title: '云汀市电动自行车管理办法',
    quote:
      '第七条　电动自行车应当自购买之日起15日内申请登记。登记、号牌和行驶证不收取费用；号牌遗失补办的，收取工本费20元。\n第十一条　禁止在公共门厅、疏散通道、楼梯间、安全出口停放电动自行车或者为其充电，禁止携带电动自行车及其蓄电池进入电梯轿厢。\n第十五条　驾驶人和搭载人应当佩戴安全头盔；未佩戴的，处警告或者20元罚款，首次可以通过学习交通法规免予罚款。',
    yes: [
      '电动自行车要在购买之日起15日内申请登记。',
      '登记、号牌和行驶证都不收费。',
      '号牌丢了补办，收取工本费20元。',
      '电动自行车和蓄电池不能进入电梯轿厢。',
      '禁止在楼梯间、疏散通道给电动自行车充电。',
      '没戴安全头盔的，处警告或者20元罚款。',
      '首次未佩戴头盔，可以通过学习交通法规免予罚款。',
    ],
    no: [
      '电动自行车应当自购买之日起30日内申请登记。',
      '登记收取工本费20元。',
      '号牌遗失补办免费。',
      '可以在楼梯间停放电动自行车。',
      '未佩戴安全头盔的，处50元罚款。',
      '只有驾驶人需要佩戴安全头盔，搭载人不需要。',
      '蓄电池可以带进电梯轿厢。',
    ],
  },
  {
    title: '云汀市个体工商户登记办事指南',
    quote:
      '怎么办：在“云汀通”“企业开办”填写名称、经营者、经营场所、经营范围，人脸识别签名后提交。材料齐全、符合法定形式的当场登记；不能当场登记的，3个工作日内登记；情形复杂的，经登记机关负责人批准可以再延长3个工作日。\n收费：不收费。\n经营场所：自有的交房产证复印件，租用的交租赁合同；住宅改为经营性用房的，应当经有利害关系的业主一致同意。',
    yes: [
      '在“云汀通”的“企业开办”里填写名称、经营者、经营场所和经营范围后提交。',
      '材料齐全、符合法定形式的，当场登记。',
      '不能当场登记的，3个工作日内登记。',
      '情形复杂的，经登记机关负责人批准可以再延长3个工作日。',
      '办理个体工商户登记不收费。',
      '经营场所是租的，交租赁合同。',
      '住宅改为经营性用房，应当经有利害关系的业主一致同意。',
    ],
    no: [
      '不能当场登记的，5个工作日内登记。',
      '情形复杂的，可以再延长15个工作日。',
      '办理登记收费50元。',
      '经营场所是租的，交房产证复印件。',
      '住宅改为经营性用房的，不需要业主同意。',
      '住宅改为经营性用房的，经过半数业主同意即可。',
      '营业执照由邮政快递免费寄送到家，3日内送达。',
    ],
  },
  {
    title: '云汀市独生子女父母护理假规定',
    quote:
      '独生子女父母年满60周岁，住院治疗的，子女所在单位应当给予独生子女每年累计不超过20天的护理假，护理假期间工资照发。非独生子女的，每年累计不超过10天。',
    yes: [
      '独生子女的父母年满60周岁住院治疗的，单位应当给予每年累计不超过20天的护理假。',
      '护理假期间工资照发。',
      '非独生子女每年累计不超过10天护理假。',
    ],
    no: [
      '非独生子女每年累计不超过20天护理假。',
      '护理假期间不发工资。',
      '独生子女父母年满50周岁住院的，可以休护理假。',
      '独生子女每月累计不超过20天护理假。',
      '独生子女每年至少有20天护理假。',
    ],
  },
  {
    title: '云汀市食品经营许可办事指南',
    quote:
      '食品经营许可证有效期五年。需要延续的，应当在有效期届满前90个工作日至15个工作日期间提出申请。许可证遗失、损坏的，向原发证部门申请补办。仅销售预包装食品的，不需要取得许可，应当在销售前备案。',
    yes: [
      '食品经营许可证的有效期是五年。',
      '延续的，应当在有效期届满前90个工作日至15个工作日期间提出申请。',
      '许可证遗失或者损坏的，向原发证部门申请补办。',
      '只卖预包装食品的，不需要取得食品经营许可，但要在销售前备案。',
    ],
    no: [
      '食品经营许可证有效期三年。',
      '应当在有效期届满后15个工作日内提出延续申请。',
      '应当在有效期届满前90日提出延续申请。',
      '只卖预包装食品的，也要取得食品经营许可证。',
      '只卖预包装食品的，不需要备案。',
      '许可证遗失的，向户籍所在地公安机关申请补办。',
    ],
  },
]

/** The same in English. */
export const unseenEnglish: readonly Pairs[] = [
  {
    title: 'Legal Aid in Yunting',
    quote:
      'Legal aid is free; a lawyer may not take any money or gift from you. You qualify if the monthly income for each member of your household is below 1,780 yuan (Qinghe County: 1,440 yuan). Migrant workers who claim wages or compensation for an injury at work need not prove hardship. The centre decides within 7 days; in urgent cases it can give aid first.',
    yes: [
      'Legal aid is free of charge.',
      'A lawyer may not take any money or gift from you.',
      'You qualify if the monthly income for each household member is below 1,780 yuan.',
      'In Qinghe County the limit is 1,440 yuan.',
      'Migrant workers who claim wages do not need to prove hardship.',
      'The centre decides within 7 days.',
    ],
    no: [
      'A lawyer may take a small gift from you.',
      'In Qinghe County the limit is 1,780 yuan.',
      'You qualify if the yearly income for each member of your household is below 1,780 yuan.',
      'Migrant workers who claim wages must prove hardship.',
      'The centre decides within 7 working days.',
      'The centre decides within 15 days.',
      'Legal aid costs 100 yuan.',
    ],
  },
  {
    title: 'Residence Permits and Visa Extensions',
    quote:
      'Apply at least 30 days before the residence permit expires, at the Exit-Entry counter on the second floor of the Government Service Centre. Bring the passport, one photo, the registration form of temporary residence and a letter from the employer or school. The decision takes up to 15 working days; meanwhile the receipt lets you stay. Overstaying costs 500 yuan for each day, at most 10,000 yuan.',
    yes: [
      'Apply at least 30 days before your residence permit expires.',
      'You can apply at the Exit-Entry counter on the second floor of the Government Service Centre.',
      'Bring your passport, one photo, the registration form of temporary residence and a letter from your employer or school.',
      'The decision takes up to 15 working days.',
      'The receipt lets you stay meanwhile.',
      'Overstaying costs 500 yuan for each day, up to 10,000 yuan.',
    ],
    no: [
      'Apply within 30 days after the residence permit expires.',
      'The decision takes up to 15 days.',
      'The decision takes at least 15 working days.',
      'Bring your passport, two photos and a bank statement.',
      'Overstaying costs 10,000 yuan for each day.',
      'The receipt does not let you stay.',
      'Overstaying costs 500 yuan for each month.',
    ],
  },
  {
    title: 'Renting a Home in Yunting',
    quote:
      'The deposit may not be more than one month’s rent. The landlord must return it within 7 days of the end of the lease, less damage shown by receipts. The landlord may not raise the rent during the lease. Both sides register the lease in Yunting Pass within 30 days; registration is free. A tenant who is evicted without notice can call the housing office on 0571-5550123.',
    yes: [
      'The deposit may not be more than one month’s rent.',
      'The landlord must return the deposit within 7 days of the end of the lease.',
      'The landlord may not raise the rent during the lease.',
      'The lease must be registered in Yunting Pass within 30 days, which is free.',
      'If you are evicted without notice, you can call the housing office on 0571-5550123.',
    ],
    no: [
      'The deposit may be up to three months’ rent.',
      'The landlord must return the deposit within 30 days of the end of the lease.',
      'The landlord may raise the rent during the lease.',
      'Registration of the lease costs 50 yuan.',
      'The landlord need not return the deposit.',
      'You can call the housing office on 0571-5550199.',
      'The tenant may not end the lease early.',
    ],
  },
  {
    title: 'Childcare Subsidy and Birth Benefits',
    quote:
      'For every child born on or after 1 January 2025 the state pays 3,600 yuan a year until the child is three. Either parent applies in Yunting Pass with the birth certificate and the household register; foreigners married to a Chinese citizen can apply if the child has Chinese nationality. Applications for one year close on 31 December of that year.',
    yes: [
      'The state pays 3,600 yuan a year for every child born on or after 1 January 2025, until the child is three.',
      'Either parent can apply in Yunting Pass with the birth certificate and the household register.',
      'Foreigners married to a Chinese citizen can apply if the child has Chinese nationality.',
      'Applications for one year close on 31 December of that year.',
    ],
    no: [
      'The state pays 3,600 yuan a month for every child.',
      'The state pays 6,300 yuan a year for every child.',
      'The subsidy is paid until the child is six.',
      'Both parents must apply in person at the police station.',
      'Foreigners married to a Chinese citizen cannot apply.',
      'Applications for one year close on 30 June of that year.',
      'The subsidy is for children born on or after 1 January 2024.',
    ],
  },
]
