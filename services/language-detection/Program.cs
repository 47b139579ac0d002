using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.LanguageDetection;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("language-detection");
builder.AddLanguageDetection();
builder.AddBus(LanguageDetectionModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.Run();
