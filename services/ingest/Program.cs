using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using NewsMonitor.Ingest;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest", port: 8081);
builder.AddIngest();
builder.AddBus(IngestModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapInternal();
app.MapIngest();
app.Run();
