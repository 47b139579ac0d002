using NewsMonitor.Alerting;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("alerting", port: 8084);
builder.AddAlerting();
builder.AddBus(AlertingModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapInternal();
app.MapAlerting();
app.Run();
