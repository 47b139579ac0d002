using NewsMonitor.TopicTagging.Matching;
using NewsMonitor.TopicTagging.Text;

namespace NewsMonitor.Tests.TopicTagging.Matching;

/// <summary>The tables against a dictionary, through every size that they grow to.</summary>
public class HashTableTests
{
    // Among so many, runs of taken slots reach over groups and over the end of the table.
    private const int Many = 20_000;

    [Fact]
    public void Words_are_found_by_the_number_they_got_and_others_are_not()
    {
        var table = new WordTable(new CharArena());
        for (var i = 0; i < Many; i++)
        {
            Assert.Equal(i, Add(table, $"word{i}"));
            Assert.Equal(i / 2, Add(table, $"word{i / 2}"));
            Assert.Equal(-1, Find(table, $"other{i}"));
        }

        AllAreFound(table);
        table.Trim();
        AllAreFound(table);
    }

    [Fact]
    public void All_words_of_a_text_are_looked_up_as_each_alone()
    {
        var table = new WordTable(new CharArena());
        for (var i = 0; i < Many; i += 2) Add(table, $"word{i}");
        table.Trim();
        var stream = Tokenizer.Tokenize("", string.Join(' ', Enumerable.Range(0, Many).Select(i => $"word{i}")), FoldingProfile.Default);
        var numbers = new GrowingList<int>();
        table.FindAll(stream, new GrowingList<(int Token, int Found)>(), numbers);
        Assert.Equal(Enumerable.Range(0, Many).Select(i => i % 2 == 0 ? i / 2 : -1), numbers.Span.ToArray());
    }

    [Fact]
    public void Keys_keep_the_last_number_they_were_given()
    {
        var table = new KeyTable();
        for (var i = 1; i <= Many; i++)
        {
            table.Set((ulong)i << 20, i);
            if (i % 3 == 0) table.Set((ulong)(i / 3) << 20, -i);
            Assert.Equal(7, table.Find(((ulong)i << 20) + 1, absent: 7));
        }

        table.Trim();
        for (var i = 1; i <= Many; i++) Assert.Equal(i * 3 <= Many ? -i * 3 : i, table.Find((ulong)i << 20, absent: 0));
    }

    private static void AllAreFound(WordTable table)
    {
        for (var i = 0; i < Many; i++)
        {
            Assert.Equal(i, Find(table, $"word{i}"));
            Assert.Equal(-1, Find(table, $"other{i}"));
        }
    }

    private static int Add(WordTable table, string word) => table.Add(word, WordHash.Of(word));

    private static int Find(WordTable table, string word) => table.Find(word, WordHash.Of(word));
}
