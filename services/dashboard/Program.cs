using NewsMonitor.Dashboard;
using NewsMonitor.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("dashboard");
builder.AddDashboard();
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapDashboard();
app.Run();
