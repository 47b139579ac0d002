using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Ingest;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("ingest");
builder.AddIngest();
builder.AddBus(IngestModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapIngest();
app.Run();
