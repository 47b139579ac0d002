using NewsMonitor.Alerting;
using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("alerting");
builder.AddAlerting();
builder.AddBus(AlertingModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapAlerting();
app.Run();
