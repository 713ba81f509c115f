import { createRouter, createWebHashHistory, type Router } from 'vue-router'

/** The screens. Hash routes, so that any static host or a plain file serves them. */
export const makeRouter = (): Router => createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', name: 'desk', component: () => import('./pages/desk/DeskPage.vue'), meta: { title: '工作台' } },
    { path: '/e/:id/forms/:form?', name: 'forms', component: () => import('./pages/forms/FormsPage.vue'), props: true, meta: { title: '填报' } },
    { path: '/e/:id/indicators/:indicator?', name: 'indicators', component: () => import('./pages/indicators/IndicatorsPage.vue'), props: true, meta: { title: '指标' } },
    { path: '/e/:id/years', name: 'years', component: () => import('./pages/years/YearsPage.vue'), meta: { title: '两年对比' } },
    { path: '/e/:id/approved', name: 'approved', component: () => import('./pages/years/ApprovedPage.vue'), meta: { title: '按决算批复数更新' } },
    { path: '/e/:id/checks', name: 'checks', component: () => import('./pages/checks/ChecksPage.vue'), props: true, meta: { title: '校验' } },
    { path: '/e/:id/report/:section?', name: 'report', component: () => import('./pages/report/ReportPage.vue'), props: true, meta: { title: '报告' } },
    { path: '/e/:id/evidence', name: 'evidence', component: () => import('./pages/evidence/EvidencePage.vue'), meta: { title: '佐证材料' } },
    { path: '/e/:id/history', name: 'history', component: () => import('./pages/history/HistoryPage.vue'), meta: { title: '历史版本' } },
    { path: '/e/:id/bureau', name: 'bureau', component: () => import('./pages/exchange/BureauFormPage.vue'), meta: { title: '按财政局原表填报' } },
    { path: '/e/:id/offices', name: 'offices', component: () => import('./pages/exchange/OfficesPage.vue'), meta: { title: '分工取数表' } },
    { path: '/tasks', name: 'tasks', component: () => import('./pages/task/TaskPage.vue'), meta: { title: '填报任务包' } },
    { path: '/help/:topic?', name: 'help', component: () => import('./pages/help/HelpPage.vue'), props: true, meta: { title: '帮助' } },
    { path: '/import', name: 'import', component: () => import('./pages/exchange/ImportReview.vue'), meta: { title: '导入 Excel' } },
    { path: '/checkup', name: 'checkup', component: () => import('./pages/checkup/CheckupPage.vue'), meta: { title: '报告核对' } },
    { path: '/frameworks/compare', name: 'compare', component: () => import('./pages/frameworks/ComparePage.vue'), meta: { title: '指标体系对照' } },
    { path: '/frameworks/read', name: 'frameworkRead', component: () => import('./pages/frameworks/ReadPage.vue'), meta: { title: '读入指标表' } },
    { path: '/frameworks/:chosen/edit', name: 'frameworkEdit', component: () => import('./pages/frameworks/EditPage.vue'), props: true, meta: { title: '编辑指标体系' } },
    { path: '/frameworks/:chosen?', name: 'frameworks', component: () => import('./pages/frameworks/FrameworksPage.vue'), props: true, meta: { title: '指标体系' } },
    { path: '/data', name: 'data', component: () => import('./pages/data/DataPage.vue'), meta: { title: '数据' } },
    { path: '/none/:page?', name: 'none', component: () => import('./pages/desk/NothingOpen.vue'), meta: { title: '没有打开的评价' } },
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})
