using System.Net;
using Atelier.Books;
using Atelier.Campaigns;
using Atelier.Campaigns.Comments;
using Atelier.Jobs;
using Atelier.Library;
using Atelier.Support;
using Atelier.Videos;

namespace Atelier.Identity.Access;

/// <param name="MakeAsync">Makes one for a person.</param>
/// <param name="Look">Where its owner sees it, below /api/v1/.</param>
internal sealed record Thing(Func<Person, Task<Guid>> MakeAsync, Func<Guid, string> Look);

/// <summary>
/// How to make what an operation can name, by the name of its route parameter. Tests that walk all operations fail on
/// one whose thing is not here.
/// </summary>
internal static class Things
{
    private static readonly DateTimeOffset Never = DateTimeOffset.MaxValue;

    public static IReadOnlyDictionary<string, Thing> Of(JobStudio studio) =>
        new Dictionary<string, Thing>
        {
            ["projectId"] = new(person => person.CreateProjectAsync(), id => $"projects/{id}"),
            ["bookId"] = new(person => BookStudio.OrderAsync(person), id => $"books/{id}"),
            ["videoId"] = new(person => VideoStudio.OrderAsync(person), id => $"videos/{id}"),
            ["documentId"] = new(person => LibraryStudio.BringAsync(person), id => $"documents/{id}"),
            ["uploadId"] = new(
                person => PostAsync(person, "documents/uploads", new { fileName = "a.txt", length = 9 }),
                id => $"documents/uploads/{id}"
            ),
            ["characterId"] = new(person => CharacterStudio.CreateAsync(person), id => $"characters/{id}"),
            ["chatId"] = new(person => CharacterStudio.ChatAsync(person), id => $"chats/{id}"),
            ["messageId"] = new(person => CharacterStudio.MessageAsync(person), CharacterStudio.PathOfMessage),
            ["jobId"] = new(person => studio.EnqueueAsync(person, "wait", runAt: Never), id => $"jobs/{id}"),
            ["taskId"] = new(person => studio.EnqueueAsync(person, "wait", runAt: Never), id => $"tasks/{id}"),
            ["sessionId"] = new(person => SignInAsync(studio, person), _ => "auth/sessions"),
            ["keyId"] = new(
                person => PostAsync(person, "auth/keys", new { name = "Nightly", scopes = (string[])["books:read"] }),
                _ => "auth/keys"
            ),
            ["batchId"] = new(
                person =>
                    PostAsync(person, "batch", new { kind = "book", items = (object[])[new { prompt = "A fox" }] }),
                id => $"batch/{id}"
            ),
            ["scheduleId"] = new(person => PostAsync(person, "schedules", EveryMonday), id => $"schedules/{id}"),
            ["webhookId"] = new(person => PostAsync(person, "webhooks", ToAPublicServer), id => $"webhooks/{id}"),
            ["deliveryId"] = new(TestAsync, id => $"webhooks/deliveries/{id}"),
            ["blogId"] = new(person => KnownBlogs.BlogAsync(studio, person), id => $"blogs/{id}"),
            ["postId"] = new(person => KnownBlogs.PostAsync(studio, person), id => $"posts/{id}"),
            ["commentId"] = new(person => KnownComments.CommentAsync(studio, person), id => $"comments/{id}"),
            ["blockId"] = new(
                person => PostAsync(person, "blogs/blocks", new { host = "spam.example.org" }),
                _ => "blogs/blocks"
            ),
            ["campaignId"] = new(person => CampaignStudio.CreateAsync(person), id => $"campaigns/{id}"),
            ["spanId"] = new(person => CampaignStudio.SpanAsync(studio, person), CampaignStudio.PathOfSpan),
            ["runId"] = new(person => CampaignStudio.RunAsync(person), CampaignStudio.PathOfRun),
            ["agentId"] = new(person => CampaignStudio.AgentAsync(person), id => $"agents/{id}"),
            ["userId"] = new(person => Task.FromResult(person.Id), id => $"users/{id}"),
        };

    private static object EveryMonday =>
        new
        {
            name = "Mondays",
            kind = "book",
            request = new { prompt = "A fox" },
            cron = "0 7 * * MON",
            timeZone = "Europe/Berlin",
        };

    private static object ToAPublicServer =>
        new
        {
            name = "Bell",
            url = "https://93.184.216.34/bell",
            events = (string[])["job.failed"],
        };

    private static async Task<Guid> TestAsync(Person person)
    {
        var hook = await PostAsync(person, "webhooks", ToAPublicServer);
        var test = await person.PostAsync($"webhooks/{hook}/test");
        return test.Expect(HttpStatusCode.Accepted)["id"]!.GetValue<Guid>();
    }

    private static async Task<Guid> PostAsync(Person person, string path, object body) =>
        (await person.PostAsync(path, body)).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();

    private static async Task<Guid> SignInAsync(JobStudio studio, Person person)
    {
        var elsewhere = await studio.SignInAgainAsync(person);
        var standing = (await elsewhere.GetAsync("auth/validate")).Expect(HttpStatusCode.OK);
        return standing["sessionId"]!.GetValue<Guid>();
    }
}
