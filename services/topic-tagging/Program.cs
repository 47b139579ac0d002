using NewsMonitor.Hosting;
using NewsMonitor.Hosting.Bus;
using NewsMonitor.TopicTagging;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults("topic-tagging");
builder.AddTopicTagging();
builder.AddBus(TopicTaggingModule.AddConsumers);
var app = builder.Build();
app.MapDefaultEndpoints();
app.MapTopicTagging();
app.Run();
