using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.Hosting.Http;
using NewsMonitor.TopicTagging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("topic-tagging", port: 8083);
builder.AddTopicTagging();
builder.AddBus(TopicTaggingModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapInternal();
app.MapTopicTagging();
app.Run();
