using NewsMonitor.Contracts;
using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Topics;

public class TopicYamlTests
{
    [Fact]
    public void A_topic_survives_writing_and_reading()
    {
        var topic = new TopicDefinition("a-b", "Quotes \" and: colons", "a AND # why\n\"b c\"", TopicLevel.Main)
        {
            Description = "Two\nlines",
            Enabled = false,
            MustMatch = ["x.it"],
            MustNotMatch = ["y"],
            Covers = ["ko", "ru"],
        };
        var read = TopicYaml.Parse(TopicYaml.Write(topic));
        Assert.Equal((topic.Id, topic.Name, topic.Match, topic.Notify, topic.Description, topic.Enabled), (read.Id, read.Name, read.Match, read.Notify, read.Description, read.Enabled));
        Assert.Equal(topic.MustMatch, read.MustMatch);
        Assert.Equal(topic.MustNotMatch, read.MustNotMatch);
        Assert.Equal(topic.Covers, read.Covers);
    }

    [Theory]
    [InlineData("id: a\nname: b\nmtch: c", 3)]
    [InlineData("id: a\nname: [b]\nmatch: c", 2)]
    [InlineData("id: a\nname: b\nmatch: c\nnotify: loud", 4)]
    [InlineData("id: a\nname: \"b", 2)]
    [InlineData("id: a\nname: b", 1)]
    public void An_error_names_the_line(string yaml, int line)
    {
        var error = Assert.Throws<TopicFormatException>(() => TopicYaml.Parse(yaml));
        Assert.StartsWith($"line {line}:", error.Message, StringComparison.Ordinal);
    }
}
