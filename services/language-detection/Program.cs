using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using NewsMonitor.LanguageDetection;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("language-detection", port: 8082);
builder.AddLanguageDetection();
builder.AddBus(LanguageDetectionModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapInternal();
app.MapLanguageDetection();
app.Run();
