import type { Pairs } from './chinese.ts'

/** Pairs over the demonstration documents, written last and measured once: they show how the rules do on what they were not made for. */
export const fresh: readonly Pairs[] = [
  {
    title: '关于做好2026年度城乡居民基本医疗保险参保缴费工作的通知',
    quote:
      '二、缴费时间。集中缴费期为2025年9月1日至2025年12月31日，待遇享受期为2026年1月1日至2026年12月31日。集中缴费期结束后，2026年1月1日至8月31日仍可缴费，但自缴费之日起设置3个月待遇等待期。\n四、资助政策。特困人员、孤儿由政府全额资助400元；低保对象、重度残疾人资助240元，个人缴纳160元；低保边缘家庭成员、监测对象资助200元，个人缴纳200元。\n五、新生儿。2026年出生的新生儿自出生之日起90日内缴纳400元的，自出生之日起享受2026年度待遇；超过90日的，自缴费之日起享受。',
    yes: [
      '居民医保的集中缴费期是2025年9月1日至12月31日。',
      '错过集中缴费期的，2026年1月1日至8月31日仍可以缴费，但要从缴费之日起等待3个月才能享受待遇。',
      '低保对象和重度残疾人由政府资助240元，个人只需缴纳160元。',
      '特困人员和孤儿由政府全额资助400元，个人不用缴费。',
      '新生儿出生后90日内缴费的，从出生之日起享受待遇。',
      '超过90日才缴费的新生儿，从缴费之日起享受待遇。',
    ],
    no: [
      '集中缴费期结束后不能再缴费。',
      '集中缴费期结束后缴费的，等待期为6个月。',
      '低保对象个人缴纳200元。',
      '低保边缘家庭成员资助240元，个人缴纳160元。',
      '新生儿超过90日缴费的，自出生之日起享受待遇。',
      '新生儿应在出生后60日内缴费。',
      '退役军人由政府全额资助400元。',
    ],
  },
  {
    title: '云汀市高龄津贴发放办法',
    quote:
      '80至89周岁：每人每月：100元\n90至99周岁：每人每月：200元\n100周岁及以上：每人每月：600元\n第五条 津贴自满龄当月起计算，每月10日前打入本人社会保障卡金融账户。因本人原因迟延申请的，补发以往月份，但最长补发6个月。跨档的，从满龄当月起自动调整，不用重新申请。\n第七条 老人去世的，从次月起停发，家属应当在30日内告知社区。户籍迁出本市的，自迁出次月起停发。死亡后多领的津贴应当退回，拒不退回的依法追缴。\n第八条 享受低保、特困供养、养老服务补贴的老人可以同时领取高龄津贴，津贴不计入低保家庭收入。',
    yes: [
      '80至89周岁每人每月100元，90至99周岁每人每月200元。',
      '100周岁及以上的老人每人每月600元。',
      '高龄津贴每月10日前打入本人社会保障卡金融账户。',
      '因本人原因申请晚了的，可以补发以往月份，最长补发6个月。',
      '从一个档次跨到下一个档次的，从满龄当月起自动调整，不需要重新申请。',
      '老人去世后从次月起停发，家属应在30日内告知社区。',
      '领取低保的老人可以同时领取高龄津贴，津贴不算入低保家庭收入。',
    ],
    no: [
      '80至89周岁每人每月200元。',
      '90周岁的老人每人每月600元。',
      '高龄津贴每月15日前发放。',
      '迟延申请的，最长补发12个月。',
      '跨档的需要重新申请。',
      '老人去世的，从当月起停发。',
      '享受低保的老人不能同时领取高龄津贴。',
      '津贴计入低保家庭收入。',
      '家属应当在30个工作日内告知社区。',
    ],
  },
  {
    title: '云汀市校外培训管理办法',
    quote:
      '第四条　学科类培训不得占用国家法定节假日、休息日及寒暑假期。线下培训结束时间不得晚于20:30，线上培训结束时间不得晚于21:00。\n第五条　不得一次性收取或者以充值、次卡等形式变相收取时间跨度超过3个月或者60课时的费用，且不得超过5,000元。\n第八条　退费：\n（一）开课前提出的，全额退还；\n（二）开课后提出的，按已完成课时比例扣除，其余费用在5个工作日内原路退还，赠送课时不得折价扣除；\n第十条　在职中小学教师不得有偿补课，不得到校外培训机构兼职。',
    yes: [
      '学科类培训不得占用国家法定节假日、休息日和寒暑假。',
      '线下培训最晚20:30结束，线上培训最晚21:00结束。',
      '培训机构一次性收费不得超过3个月或者60课时，也不得超过5,000元。',
      '开课前提出退费的，全额退还。',
      '开课后退费，按已完成课时比例扣除，其余费用5个工作日内原路退还。',
      '在职中小学教师不得有偿补课，也不得到校外培训机构兼职。',
    ],
    no: [
      '学科类培训可以安排在寒暑假。',
      '线下培训结束时间不得晚于21:00。',
      '一次性收费不得超过6个月或者60课时。',
      '开课后提出退费的，全额退还。',
      '其余费用在15个工作日内原路退还。',
      '在职教师可以到校外培训机构兼职。',
      '开课前提出退费的，按已完成课时比例扣除。',
    ],
  },
  {
    title: '2026年高考中考期间噪声管控通告',
    quote:
      '二、施工。管控期间每日20:00至次日6:00，全市范围内停止产生噪声的建筑施工、道路开挖、渣土装卸，抢险抢修除外。考试日（高考6月7日至9日、中考6月14日至16日）全天，考点周边500米内停止施工。\n四、交通。考生凭准考证可以免费乘坐公交、轻轨1号线，送考车辆凭“云汀通”送考码在考点2公里内临时停放不罚款。\n六、处罚。违反施工规定的，依法处1万元以上10万元以下罚款，并记入建筑市场信用评价；其他行为由公安机关依法处理。',
    yes: [
      '管控期间每天20:00到次日6:00，全市停止产生噪声的建筑施工，抢险抢修除外。',
      '考试日全天，考点周边500米内停止施工。',
      '高考考试日是6月7日至9日，中考是6月14日至16日。',
      '考生凭准考证可以免费坐公交和轻轨1号线。',
      '送考车辆凭“云汀通”送考码，在考点2公里内临时停放不罚款。',
      '违反施工规定的，处1万元以上10万元以下罚款。',
    ],
    no: [
      '考点周边1公里内停止施工。',
      '高考考试日是6月14日至16日。',
      '管控期间每日22:00至次日6:00停止建筑施工。',
      '考生凭身份证可以免费乘坐公交。',
      '违反施工规定的，处1万元以上5万元以下罚款。',
      '抢险抢修施工也要停止，没有例外。',
      '送考车辆在考点2公里内临时停放罚款200元。',
    ],
  },
  {
    title: 'Water, Gas, Electricity and Heating: Prices and Repairs in Yunting',
    quote:
      '- Season: 15 November to 15 March. Rooms must reach at least 18 °C.\n- Price: 5.2 yuan a month for each square metre of building area, 20.8 yuan for the season. Pay between 15 September and 10 November; 1% off before 30 September.\n- Too cold? Call Yunting Heating 0000-6190050 (24 hours). Somebody measures within 12 hours. You get back 30% of the daily charge at 16–18 °C, 50% at 14–16 °C and 100% below 14 °C.\n- Not using the heating: apply before 30 September; a basic charge of 20% (4.16 yuan a square metre) remains.',
    yes: [
      'The heating season runs from 15 November to 15 March.',
      'Rooms must reach at least 18 °C.',
      'Heating costs 5.2 yuan a month for each square metre of building area.',
      'If your rooms are too cold, call Yunting Heating on 0000-6190050, open 24 hours.',
      'You get back 50% of the daily charge at 14–16 °C.',
      'If you do not use the heating, apply before 30 September; a basic charge of 20% remains.',
    ],
    no: [
      'The heating season runs from 1 November to 15 March.',
      'Rooms must reach at least 20 °C.',
      'You get back 30% of the daily charge below 14 °C.',
      'If you do not use the heating, you pay nothing.',
      'Somebody measures within 24 hours.',
      'Heating costs 20.8 yuan a month for each square metre.',
      'Apply before 10 November if you do not use the heating.',
    ],
  },
  {
    title: 'Shops, Restaurants and Prepaid Cards: Consumer Complaints in Yunting',
    quote:
      '- Within 7 days of paying, an unused card is refunded in full without a reason; the shop pays back within 5 working days by the way you paid. If you used part of it, that part is deducted at the discount price.\n- Gifts you already used may be deducted at their marked price, but not above 10% of what you paid.\n- The balance of a named card may be at most 5,000 yuan, of an unnamed card at most 1,000 yuan.\n- Closed or moved? The shop must announce it 30 days ahead. If it is gone, register your receipts on the platform: money from the supervised account is paid out in proportion within 20 working days.',
    yes: [
      'An unused card is refunded in full within 7 days of paying, without a reason.',
      'The shop must pay back within 5 working days by the way you paid.',
      'If you used part of the card, that part is deducted at the discount price.',
      'The balance of a named card may be at most 5,000 yuan, and of an unnamed card at most 1,000 yuan.',
      'The shop must announce 30 days ahead that it closes or moves.',
      'If the shop is gone, register your receipts on the platform.',
    ],
    no: [
      'An unused card is refunded within 15 days of paying.',
      'The shop pays back within 5 days.',
      'The balance of an unnamed card may be at most 5,000 yuan.',
      'A used card is refunded in full.',
      'The shop must announce it 7 days ahead.',
      'You must give a reason to get a refund.',
      'Gifts may be deducted up to 30% of what you paid.',
      'Money from the supervised account is paid out within 20 days.',
    ],
  },
  {
    title: 'Driving in Yunting with a Foreign Licence',
    quote:
      'A foreign licence alone does not allow you to drive in mainland China. An International Driving Permit is not recognised either. You need a Chinese licence, or, for a stay of up to three months, a temporary driving permit.\n- Valid as long as your permitted stay, at most three months, and cannot be extended.\n- No test; you attend a short lesson on Chinese traffic law (about 40 minutes, English subtitles).\n- You may drive small cars and small automatic cars only.\n- Issued on the spot, free.',
    yes: [
      'A foreign licence alone does not allow you to drive in mainland China.',
      'An International Driving Permit is not recognised.',
      'For a stay of up to three months you need a temporary driving permit.',
      'The temporary driving permit is valid for at most three months and cannot be extended.',
      'There is no test, but you attend a short lesson on Chinese traffic law.',
      'You may only drive small cars and small automatic cars.',
      'The permit is issued on the spot, free of charge.',
    ],
    no: [
      'A foreign licence allows you to drive in mainland China.',
      'An International Driving Permit is recognised.',
      'The temporary driving permit is valid for at most six months.',
      'The temporary driving permit can be extended.',
      'You must pass a test on Chinese traffic law.',
      'You may drive lorries with the temporary driving permit.',
      'The permit costs 10 yuan.',
    ],
  },
]
