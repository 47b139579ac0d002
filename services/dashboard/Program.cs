using NewsMonitor.Dashboard;
using NewsMonitor.Dashboard.Gateway;
using NewsMonitor.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("dashboard", port: 8080);
builder.AddDashboard();
builder.AddGateway();
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapGateway();
app.MapDashboard();
app.Run();
