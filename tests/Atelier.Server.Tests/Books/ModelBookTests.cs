using System.Net;
using Atelier.Support;
using Atelier.Testing.Models;
using Microsoft.AspNetCore.Builder;

namespace Atelier.Books;

/// <summary>A studio whose chat and image models are the fake server.</summary>
public sealed class ModelStudio : StudioFactory
{
    private readonly FakeModelServer _models = FakeModelServer.StartAsync().GetAwaiter().GetResult();

    public FakeModelServer Models => _models;

    internal override void Adjust(WebApplicationBuilder builder)
    {
        foreach (var kind in (string[])["Chat", "Image"])
        {
            builder.Configuration[$"Atelier:Generation:{kind}:Endpoint"] = _models.Endpoint.ToString();
            builder.Configuration[$"Atelier:Generation:{kind}:Model"] = FakeModelServer.Model;
            builder.Configuration[$"Atelier:Generation:{kind}:ApiKey"] = FakeModelServer.Key;
            builder.Configuration[$"Atelier:Generation:{kind}:MaxAttempts"] = "1";
        }
    }
}

public sealed class ModelBookTests(ModelStudio studio) : IClassFixture<ModelStudio>
{
    [Fact]
    public async Task A_model_that_talks_nonsense_costs_no_book_and_the_author_is_told()
    {
        studio.Models.Otherwise(_ => FakeReply.Garbage());
        var person = await studio.RegisterAsync();
        var order = new
        {
            prompt = "A fox who finds a kite",
            pages = 24,
            seed = 5,
        };
        var book = (await person.PostAsync("books", order)).Expect(HttpStatusCode.Created)["id"]!.GetValue<Guid>();
        var job = (await person.PostAsync($"books/{book}/generate")).Expect(HttpStatusCode.Accepted)["jobId"]!;
        await studio.ReachAsync(job.GetValue<Guid>(), "succeeded", "failed");

        var made = (await person.GetAsync($"books/{book}")).Expect(HttpStatusCode.OK);
        Assert.Equal("ready", made["state"]!.GetValue<string>());
        var notes = made["notes"]!.AsArray().Select(note => note!.GetValue<string>()).ToList();
        Assert.Contains(notes, note => note.Contains("built-in writer wrote this book", StringComparison.Ordinal));
        Assert.Contains(notes, note => note.Contains("built-in illustrator", StringComparison.Ordinal));
        Assert.NotEmpty(studio.Models.Requests);
    }
}
