import type { Pairs } from './chinese.ts'

/** The same in English. */
export const english: readonly Pairs[] = [
  {
    title: 'Electric Bicycles in Yunting: Plate, Riding, Charging',
    quote:
      'Register within 15 days of purchase: with the dealer, at a police station, at the sub-district office, or in Yunting Pass with delivery by post. Bring passport with residence permit (or identity card), invoice, certificate of conformity and the bicycle. Plate and card are issued at once and are free; a replacement plate costs 20 yuan.',
    yes: [
      'You must register the bicycle within 15 days of purchase.',
      'You can register with the dealer, at a police station, at the sub-district office or in Yunting Pass.',
      'Bring your passport with residence permit, the invoice, the certificate of conformity and the bicycle.',
      'The plate and card are issued at once and are free of charge.',
      'A replacement plate costs 20 yuan.',
    ],
    no: [
      'You must register the bicycle within 30 days of purchase.',
      'You must register the bicycle within 15 working days of purchase.',
      'A replacement plate is free.',
      'The plate costs 20 yuan.',
      'Bring your passport, the invoice and a proof of insurance.',
      'You cannot register at a police station.',
      'The plate is issued at once and is valid for three years.',
    ],
  },
  {
    title: 'Electric Bicycles in Yunting: Plate, Riding, Charging',
    quote:
      '- From 16 years of age; no driving licence.\n- Helmet. Without one: a warning or 20 yuan; an online lesson replaces the fine.\n- At most 25 km/h, in the cycle lane.\n- One passenger up to 12 years old; under 6 in a fixed seat.\n- No plate, or riding the wrong way: 50 yuan. No rain canopies.',
    yes: [
      'You may ride an electric bicycle from 16 years of age and need no driving licence.',
      'Riding without a helmet means a warning or a fine of 20 yuan.',
      'The speed limit is 25 km/h, in the cycle lane.',
      'Riding without a plate costs 50 yuan.',
      'You may carry one passenger up to 12 years old.',
    ],
    no: [
      'You may ride an electric bicycle from 18 years of age.',
      'You need a driving licence to ride an electric bicycle.',
      'Riding without a helmet means a fine of 50 yuan.',
      'Riding without a plate means a fine of 20 yuan.',
      'You may carry one passenger up to 16 years old.',
      'You may ride at 25 km/h or more in the car lane.',
    ],
  },
  {
    title: 'Keeping Dogs in Yunlu District: Licence, Fees and Rules',
    quote:
      'At most two dogs for each household in the built-up area; people who share a flat count as one household. Each dog is registered by itself. Students may not keep dogs in dormitories.',
    yes: [
      'Each household may keep at most two dogs in the built-up area.',
      'People who share a flat count as one household.',
      'Students may not keep dogs in dormitories.',
      'Students are not allowed to keep dogs in dormitories.',
    ],
    no: [
      'Each household may keep three dogs in the built-up area.',
      'Each household must keep at least two dogs.',
      'Students may keep dogs in dormitories.',
      'People who share a flat count as separate households, so each may keep two dogs.',
      'Dogs are banned from the built-up area.',
    ],
  },
  {
    title: 'Typhoons and Rainstorms in Yunting: Warnings, School, Work and Safety',
    quote:
      'While a red warning for typhoon or rainstorm is in force, work stops, except water, power, gas, hospitals, transport, communications, supermarkets and the like. The wage is paid; the time may not be taken from annual leave. An employer who keeps working may not punish lateness or absence.',
    yes: [
      'While a red warning for typhoon or rainstorm is in force, work stops.',
      'Hospitals, transport, supermarkets, water, power and gas are excepted.',
      'The wage is paid, and the time may not be taken from annual leave.',
      'An employer who keeps working may not punish lateness or absence.',
      'Your employer must not deduct the time from your annual leave.',
    ],
    no: [
      'While an orange warning is in force, work stops.',
      'The wage is not paid while work stops.',
      'The time may be taken from annual leave.',
      'An employer may punish lateness or absence during a red warning.',
      'Work stops in hospitals and supermarkets too, without exception, for 24 hours.',
    ],
  },
  {
    title: 'Unpaid Wages: What to Do',
    quote:
      'You can complain to the labour inspection brigade within two years of the wages falling due. The brigade decides within 60 working days, in complicated cases within 90 working days. Complaining is free and you do not need a lawyer. Arbitration must be applied for within one year of the end of the employment.',
    yes: [
      'You can complain to the labour inspection brigade within two years of the wages falling due.',
      'The brigade decides within 60 working days.',
      'In complicated cases the brigade has up to 90 working days to decide.',
      'Complaining is free of charge.',
      'You do not need a lawyer to complain.',
      'You must apply for arbitration within one year of the end of the employment.',
    ],
    no: [
      'You can complain within one year of the wages falling due.',
      'The brigade decides within 60 days.',
      'The brigade decides within 90 working days in ordinary cases and 60 in complicated ones.',
      'Complaining costs 50 yuan.',
      'You need a lawyer to complain.',
      'Arbitration must be applied for within two years of the end of the employment.',
      'The employer must pay double the wages owed.',
    ],
  },
  {
    title: 'Lost Passport',
    quote:
      'Report the loss to the Exit-Entry Administration of the Yunting City Public Security Bureau, which issues a loss certificate on the spot. With it apply to your embassy for a new passport, and then, within 10 days of receiving it, for a new visa or residence permit. The fee for a replacement residence permit is 400 yuan if valid for less than one year, 800 yuan for one to three years.',
    yes: [
      'Report the loss to the Exit-Entry Administration of the Yunting City Public Security Bureau.',
      'The Exit-Entry Administration issues a loss certificate on the spot.',
      'With the loss certificate, apply to your embassy for a new passport.',
      'Apply for a new visa or residence permit within 10 days of receiving the new passport.',
      'A replacement residence permit valid for less than one year costs 400 yuan.',
      'For one to three years the fee is 800 yuan.',
    ],
    no: [
      'Report the loss to the Yunting Civil Affairs Bureau.',
      'The loss certificate is issued within 10 days.',
      'A replacement residence permit valid for less than one year costs 800 yuan.',
      'Apply for a new visa within 15 days of receiving the new passport.',
      'You can keep using the old visa, and need not apply for a new one.',
      'A replacement residence permit for one to three years costs 400 yuan.',
    ],
  },
  {
    title: 'Housing Fund for Foreign Employees',
    quote:
      'Foreigners who work in Yunting with a work permit may join the housing fund; it is voluntary. The employer and the employee each pay 5 to 12 per cent of the wage. When leaving China for good you can withdraw the whole balance; bring passport, the proof that the employment has ended and a bank card in your own name. The money arrives within 3 working days.',
    yes: [
      'Foreigners who work in Yunting with a work permit may join the housing fund voluntarily.',
      'The employer and the employee each pay 5 to 12 per cent of the wage.',
      'You can withdraw the whole balance when leaving China for good.',
      'Bring your passport, proof that the employment has ended and a bank card in your own name.',
      'The money arrives within 3 working days.',
    ],
    no: [
      'Foreigners who work in Yunting must join the housing fund.',
      'Only the employer pays 5 to 12 per cent of the wage.',
      'You can withdraw half of the balance when leaving China for good.',
      'The money arrives within 3 days.',
      'The money arrives within 30 working days.',
      'You cannot withdraw the balance when leaving China for good.',
      'The employer and the employee each pay 8 per cent of the wage.',
    ],
  },
]
