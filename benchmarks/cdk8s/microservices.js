// The workload of benchmarks/Microservices: N microservices of seven objects each, each as a chart of its own, as cdk8s has it,
// or all as a single one. Arguments: N, the output folder, and "single" or nothing.
// ApiObject takes the fields as they are; cdk8s' typed classes are generated from a schema and end in the same ApiObject.
'use strict';

const { App, ApiObject, Chart } = require('cdk8s');

const settings = `{
  "Logging": { "LogLevel": { "Default": "Information" } },
  "Http": { "Timeout": "00:00:30", "Retries": 3 },
  "Features": [ "search", "cart" ]
}
`;

const restricted = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
};

const secretEnv = (name, secret, key) => ({ name, valueFrom: { secretKeyRef: { name: secret, key } } });
const httpGet = path => ({ httpGet: { path, port: 'http' } });

const app = name => ({
  name: 'app',
  image: `registry.acme.io/shop/${name}:1.4.2`,
  imagePullPolicy: 'IfNotPresent',
  ports: [{ name: 'http', containerPort: 8080 }],
  env: [
    { name: 'ASPNETCORE_URLS', value: 'http://+:8080' },
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'SERVICE_NAME', value: name },
    secretEnv('DB_PASSWORD', `${name}-db`, 'password'),
    secretEnv('API_KEY', `${name}-api`, 'key'),
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ],
  resources: {
    requests: { cpu: '100m', memory: '128Mi' },
    limits: { cpu: '1', memory: '256Mi' },
  },
  readinessProbe: { ...httpGet('/ready'), periodSeconds: 5 },
  livenessProbe: { ...httpGet('/live'), periodSeconds: 10 },
  startupProbe: { ...httpGet('/live'), failureThreshold: 30 },
  securityContext: restricted,
  volumeMounts: [{ name, mountPath: '/etc/app', readOnly: true }],
});

const proxy = {
  name: 'proxy',
  image: 'registry.acme.io/platform/proxy:2.9.0',
  imagePullPolicy: 'IfNotPresent',
  args: ['--listen=:8443', '--upstream=127.0.0.1:8080', '--log-format=json'],
  ports: [{ name: 'https', containerPort: 8443 }],
  env: [{ name: 'UPSTREAM', value: '127.0.0.1:8080' }],
  resources: {
    requests: { cpu: '50m', memory: '32Mi' },
    limits: { memory: '64Mi' },
  },
  readinessProbe: { tcpSocket: { port: 'https' } },
  securityContext: restricted,
};

const microservice = (chart, name) => {
  const add = (apiVersion, kind, props, metadata = {}) => new ApiObject(chart, `${name}-${kind}`, {
    apiVersion,
    kind,
    metadata: { name, namespace: 'shop', ...metadata, labels: { app: name, ...metadata.labels } },
    ...props,
  });
  const partOfShop = { labels: { 'app.kubernetes.io/part-of': 'shop' } };

  add('apps/v1', 'Deployment', {
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          serviceAccountName: name,
          imagePullSecrets: [{ name: 'regcred' }],
          securityContext: {
            fsGroup: 10001,
            runAsGroup: 10001,
            runAsNonRoot: true,
            runAsUser: 10001,
            seccompProfile: { type: 'RuntimeDefault' },
          },
          containers: [app(name), proxy],
          volumes: [{ name, configMap: { name } }],
        },
      },
    },
  }, partOfShop);
  add('v1', 'Service', {
    spec: {
      type: 'ClusterIP',
      selector: { app: name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
    },
  }, partOfShop);
  add('v1', 'ConfigMap', { data: { 'appsettings.json': settings, LOG_LEVEL: 'info' } });
  add('networking.k8s.io/v1', 'Ingress', {
    spec: {
      ingressClassName: 'nginx',
      tls: [{ hosts: [`${name}.shop.example.com`], secretName: `${name}-tls` }],
      rules: [{
        host: `${name}.shop.example.com`,
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port: { name: 'http' } } } }] },
      }],
    },
  }, { annotations: { 'nginx.ingress.kubernetes.io/proxy-body-size': '8m' } });
  add('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: {
      minReplicas: 2,
      maxReplicas: 10,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } } }],
    },
  });
  add('v1', 'ServiceAccount', { automountServiceAccountToken: false });
  add('networking.k8s.io/v1', 'NetworkPolicy', {
    spec: {
      podSelector: { matchLabels: { app: name } },
      policyTypes: ['Ingress'],
      ingress: [{
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'ingress-nginx' } } }],
        ports: [{ port: 'http', protocol: 'TCP' }],
      }],
    },
  });
};

const [count, outdir, layout] = process.argv.slice(2);
const cdk = new App({ outdir });
const single = layout === 'single' ? new Chart(cdk, 'microservices') : undefined;
for (let i = 0; i < Number(count); i++) {
  const name = `service-${String(i).padStart(4, '0')}`;
  microservice(single ?? new Chart(cdk, name), name);
}

cdk.synth();
