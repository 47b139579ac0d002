using System.Net;
using System.Text.Json;

namespace NewsMonitor.IntegrationTests.Standalone;

/// <summary>A topic's own tests are run when it is saved.</summary>
public sealed class TopicExampleTests(BadInputTests.Running running) : IClassFixture<BadInputTests.Running>
{
    private HttpClient Http => running.Monitor.Http;

    [Fact]
    public async Task A_topic_that_fails_its_test_is_refused_with_the_nearest_miss_and_saved_by_force()
    {
        const string Topic = """{"id":"harbour","name":"Harbour","match":"country:KP NEAR/0 theme:earthquake","mustMatch":["lavrov-wonsan.it","lavrov-wonsan.en"],"covers":["it"]}""";
        var refused = await Http.PostAsync("/api/topics", Topic, HttpStatusCode.UnprocessableEntity);
        var sentences = refused.GetProperty("errors").GetProperty("mustMatch").Strings();
        Assert.Equal(2, sentences.Length);
        Assert.StartsWith("lavrov-wonsan.it must match and does not: ", sentences[0], StringComparison.Ordinal);
        Assert.Contains("country:KP found", sentences[0], StringComparison.Ordinal);
        Assert.Contains("theme:earthquake nowhere", sentences[0], StringComparison.Ordinal);
        Assert.True(refused.GetProperty("forceable").GetBoolean());
        Assert.NotEmpty(refused.GetProperty("tests")[0].GetProperty("explanation").GetProperty("root").GetProperty("children")[0].GetProperty("spans").EnumerateArray());
        await Http.GetAsync("/api/topics/harbour", HttpStatusCode.NotFound);

        var forced = await Http.PostAsync("/api/topics?force=true", Topic, HttpStatusCode.Created);
        Assert.Equal(sentences, forced.GetProperty("forced").Strings());
        await Http.PutAsync("/api/topics/harbour", Topic, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_topic_that_matches_what_it_must_not_is_refused()
    {
        var refused = await Http.PostAsync("/api/topics", """{"id":"korea","name":"Korea","match":"country:KP","mustNotMatch":["lavrov-wonsan.ko"]}""", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("lavrov-wonsan.ko must not match and does: ", refused.GetProperty("errors").GetProperty("mustNotMatch")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Languages_that_a_topic_does_not_cover_are_forced_like_tests_but_errors_are_not()
    {
        var refused = await Http.PostAsync("/api/topics?force=false", """{"id":"rail","name":"Rail","match":"railwayman%","covers":["ko"]}""", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("cannot match in ko", refused.GetProperty("errors").GetProperty("covers")[0].GetString(), StringComparison.Ordinal);
        Assert.NotEmpty((await Http.PostAsync("/api/topics?force=true", """{"id":"rail","name":"Rail","match":"railwayman%","covers":["ko"]}""", HttpStatusCode.Created)).GetProperty("forced").Strings());
        await Http.PostAsync("/api/topics?force=true", """{"id":"rail-2","name":"Rail","match":"railwayman%","covers":["xx"]}""", HttpStatusCode.UnprocessableEntity);
        await Http.PostAsync("/api/topics?force=true", """{"id":"rail-2","name":"Rail","match":"topic:nothing-such"}""", HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_archived_article_is_a_test_by_its_id_and_by_its_address()
    {
        const string Url = "https://zoo.example/pangolin";
        var id = (await running.Monitor.SubmitAsync(new { title = "Pangolin born in the zoo", text = "A pangolin was born on Friday.", url = Url, language = "en" })).GetProperty("id").GetString()!;
        await running.Monitor.FinishedTraceAsync(id);
        var refused = await Http.PostAsync("/api/topics", Body("pangolins", "aardvark%", id, Url), HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, refused.GetProperty("errors").GetProperty("mustMatch").GetArrayLength());
        var saved = await Http.PostAsync("/api/topics", Body("pangolins", "pangolin%", id, Url), HttpStatusCode.Created);
        Assert.False(saved.TryGetProperty("notChecked", out _));
    }

    [Fact]
    public async Task A_text_that_is_not_to_be_found_is_named_and_hinders_nothing()
    {
        var saved = await Http.PostAsync("/api/topics", Body("gnus", "gnu%", Guid.Empty.ToString(), "https://zoo.example/none", "lavrov-wonsan.xx", "../../etc/passwd"), HttpStatusCode.Created);
        Assert.Equal(4, saved.GetProperty("notChecked").GetArrayLength());
    }

    [Fact]
    public async Task A_change_must_not_break_the_topics_that_name_it()
    {
        await Http.PostAsync("/api/topics", """{"id":"part","name":"Part","match":"country:KP"}""", HttpStatusCode.Created);
        await Http.PostAsync("/api/topics", """{"id":"whole","name":"Whole","match":"topic:part AND country:RU","mustMatch":["lavrov-wonsan.it"]}""", HttpStatusCode.Created);
        var refused = await Http.PutAsync("/api/topics/part", """{"name":"Part","match":"theme:earthquake"}""", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("Topic 'whole' names this one, and its test fails", refused.ToString(), StringComparison.Ordinal);
        await Http.PutAsync("/api/topics/part", """{"name":"Part","match":"topic:whole"}""", HttpStatusCode.UnprocessableEntity);
        var kept = await Http.SendAsync(HttpMethod.Delete, "/api/topics/part", null, HttpStatusCode.Conflict);
        Assert.Contains("Topic 'whole' names this one", kept.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await Http.SendAsync(HttpMethod.Delete, "/api/topics/whole", null, HttpStatusCode.NoContent);
        await Http.SendAsync(HttpMethod.Delete, "/api/topics/part", null, HttpStatusCode.NoContent);
    }

    private static string Body(string id, string match, params string[] mustMatch) => JsonSerializer.Serialize(new { id, name = id, match, mustMatch });
}
