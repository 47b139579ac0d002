using NewsMonitor.TopicTagging.Topics;

namespace NewsMonitor.Tests.TopicTagging.Topics;

/// <summary>Files come from anybody: whatever stands in them, the answer is a topic or an error with a line.</summary>
public class YamlDocumentsTests
{
    private static readonly char[] Signs = [.. "[]{}:,-?&*#|>!%@`'\"\\ \n\t~<=a0\0\u0085\u2028\ud83d"];

    [Fact]
    public void Broken_files_have_an_error_with_a_line_and_nothing_else()
    {
        var random = new Random(20251124);
        var seeds = Seeds.All.Select(TopicYaml.Write).ToArray();
        for (var run = 0; run < 20_000; run++)
        {
            var text = seeds[random.Next(seeds.Length)].ToCharArray().ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var place = random.Next(text.Count);
                if (random.Next(3) == 0) text.RemoveRange(place, Math.Min(text.Count - place, random.Next(1, 40)));
                else text.Insert(place, Signs[random.Next(Signs.Length)]);
                if (text.Count == 0) break;
            }

            try
            {
                _ = TopicYaml.ParseAll(new string([.. text]));
            }
            catch (TopicFormatException exception)
            {
                Assert.True(exception.Line > 0);
            }
        }
    }

    [Theory]
    [InlineData("[a\nb")]
    [InlineData("id: [a\nname")]
    [InlineData("\"\\ud83d\"")]
    public void A_text_over_which_the_library_falls_is_an_error_like_others(string yaml) =>
        Assert.Throws<TopicFormatException>(() => TopicYaml.ParseAll(yaml));

    [Fact]
    public void A_deep_file_does_not_end_the_process() =>
        Assert.Contains("nested deeper", Assert.Throws<TopicFormatException>(() => TopicYaml.ParseAll("id: " + new string('[', 500_000))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_of_many_topics_names_the_line_of_each()
    {
        var read = TopicYaml.ParseAll("id: a\nname: A\nmatch: x\n---\n---\n# nothing\n---\nid: b\nmatch: y\n");
        Assert.Equal([1, 8], read.Select(one => one.Line));
        Assert.Equal("a", read[0].Topic!.Id);
        Assert.Equal("line 8: 'name' is missing", read[1].Error!.Message);
    }

    [Fact]
    public void All_shipped_topics_survive_writing_and_reading_as_one_file()
    {
        var read = TopicYaml.ParseAll(TopicYaml.WriteAll(Seeds.All)).Select(one => one.Topic!);
        Assert.Equal(Seeds.All.Select(TopicYaml.Write), read.Select(TopicYaml.Write));
    }

    [Theory]
    [InlineData("tab\there", "a\r\nb", "x\u0001 AND\n\n  \"b  c\" # z\ty")]
    [InlineData("quote \" and \\ back", "first\u2028 line: - [", "|- AND %")]
    public void Odd_characters_survive(string name, string description, string match)
    {
        var topic = new TopicDefinition("a", name, match) { Description = description };
        var read = TopicYaml.Parse(TopicYaml.Write(topic));
        Assert.Equal(name, read.Name);
        Assert.Equal(TopicYaml.Write(topic), TopicYaml.Write(read));
    }
}
