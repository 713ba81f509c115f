import type { Framework } from '../../../domain/indicators/framework'
import { beijing } from './beijing'
import { expenditureAssessment } from './expenditureAssessment'
import { guangdong2021 } from './guangdong2021'
import { hunan2015 } from './hunan2015'
import { hunanCounty2018 } from './hunanCounty2018'
import { mofDepartment2013 } from './mofDepartment2013'
import { mofProject2013 } from './mofProject2013'
import { shaanxi2019 } from './shaanxi2019'
import { shouxian2023 } from './shouxian2023'
import { sichuan2017 } from './sichuan2017'
import { suiyang2021 } from './suiyang2021'
import { unknown2016 } from './unknown2016'
import { yueyang2018 } from './yueyang2018'
import { yuhua2017 } from './yuhua2017'

/** 待补全的指标体系: what is known of them; none is offered as finished. Loaded only when asked for. */
export const draftFrameworks: readonly Framework[] = [
  mofDepartment2013, mofProject2013, hunan2015, yuhua2017, hunanCounty2018, yueyang2018, unknown2016,
  sichuan2017, shouxian2023, suiyang2021, shaanxi2019, guangdong2021, beijing, expenditureAssessment,
]
