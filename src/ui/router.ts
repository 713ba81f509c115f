import { createRouter, createWebHashHistory, type Router } from 'vue-router'

/** The screens, each with its page of help. Hash routes, so that any static host or a plain file serves them. */
export const makeRouter = (): Router => createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'desk', component: () => import('./pages/desk/DeskPage.vue'), meta: { title: '工作台', help: 'desk' } },
    { path: '/e/:id/forms/:form?', name: 'forms', component: () => import('./pages/forms/FormsPage.vue'), props: true, meta: { title: '填报', help: 'forms' } },
    { path: '/e/:id/indicators/:indicator?', name: 'indicators', component: () => import('./pages/indicators/IndicatorsPage.vue'), props: true, meta: { title: '指标', help: 'indicators' } },
    { path: '/e/:id/years', name: 'years', component: () => import('./pages/years/YearsPage.vue'), meta: { title: '两年对比', help: 'years' } },
    { path: '/e/:id/approved', name: 'approved', component: () => import('./pages/years/ApprovedPage.vue'), meta: { title: '按决算批复数更新', help: 'years' } },
    { path: '/e/:id/checks', name: 'checks', component: () => import('./pages/checks/ChecksPage.vue'), props: true, meta: { title: '校验', help: 'checks' } },
    { path: '/e/:id/report/:section?', name: 'report', component: () => import('./pages/report/ReportPage.vue'), props: true, meta: { title: '报告', help: 'report' } },
    { path: '/e/:id/evidence', name: 'evidence', component: () => import('./pages/evidence/EvidencePage.vue'), meta: { title: '佐证材料', help: 'evidence' } },
    { path: '/e/:id/history', name: 'history', component: () => import('./pages/history/HistoryPage.vue'), meta: { title: '历史版本', help: 'history' } },
    { path: '/e/:id/bureau', name: 'bureau', component: () => import('./pages/exchange/BureauFormPage.vue'), meta: { title: '按财政局原表填报', help: 'excel' } },
    { path: '/e/:id/offices', name: 'offices', component: () => import('./pages/exchange/OfficesPage.vue'), meta: { title: '分工取数表', help: 'excel' } },
    { path: '/tasks', name: 'tasks', component: () => import('./pages/task/TaskPage.vue'), meta: { title: '填报任务包', help: 'excel' } },
    { path: '/help/:topic?', name: 'help', component: () => import('./pages/help/HelpPage.vue'), props: true, meta: { title: '帮助' } },
    { path: '/import', name: 'import', component: () => import('./pages/exchange/ImportReview.vue'), meta: { title: '导入 Excel', help: 'excel' } },
    { path: '/checkup', name: 'checkup', component: () => import('./pages/checkup/CheckupPage.vue'), meta: { title: '报告核对', help: 'checkup' } },
    { path: '/frameworks/compare', name: 'compare', component: () => import('./pages/frameworks/ComparePage.vue'), meta: { title: '指标体系对照', help: 'frameworks' } },
    { path: '/frameworks/read', name: 'frameworkRead', component: () => import('./pages/frameworks/ReadPage.vue'), meta: { title: '读入指标表', help: 'frameworks' } },
    { path: '/frameworks/:chosen/edit', name: 'frameworkEdit', component: () => import('./pages/frameworks/EditPage.vue'), props: true, meta: { title: '编辑指标体系', help: 'frameworks' } },
    { path: '/frameworks/:chosen?', name: 'frameworks', component: () => import('./pages/frameworks/FrameworksPage.vue'), props: true, meta: { title: '指标体系', help: 'frameworks' } },
    { path: '/data', name: 'data', component: () => import('./pages/data/DataPage.vue'), meta: { title: '数据', help: 'data' } },
    { path: '/none/:page?', name: 'none', component: () => import('./pages/desk/NothingOpen.vue'), meta: { title: '没有打开的评价', help: 'desk' } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
