using System.Net;
using Atelier.Support;

namespace Atelier.Webhooks;

public sealed class KilledSenderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("atelier-sender-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_message_that_is_under_way_when_the_studio_is_killed_is_sent_again_as_the_same_message()
    {
        await using var receiver = await Receiver.StartAsync();
        receiver.Answer = http => Task.Delay(Timeout.Infinite, http.RequestAborted);
        var killed = await StartAsync();
        Person person;
        try
        {
            person = await killed.RegisterAsync();
            var request = WebhookStudio.RequestFor($"{receiver.Address}", "job.cancelled");
            (await person.PostAsync("webhooks", request)).Expect(HttpStatusCode.Created);
            var order = new { kind = "book", items = (object[])[new { prompt = "A fox" }] };
            var batch = (await person.PostAsync("batch", order)).Expect(HttpStatusCode.Created);
            (await person.PostAsync($"batch/{batch["id"]}/cancel")).Expect(HttpStatusCode.OK);
            await receiver.ArriveAsync();
            await killed.KillAsync();
        }
        finally
        {
            killed.Dispose();
        }

        receiver.Answer = _ => Task.CompletedTask;
        using var studio = await StartAsync();
        await receiver.ArriveAsync();
        person = studio.Visit(person);
        var hook = (await person.GetAsync("webhooks")).Expect(HttpStatusCode.OK)["items"]![0]!;
        var entry = Assert.Single(await WebhookStudio.SettledAsync(person, hook));

        Assert.Equal("delivered", $"{entry["state"]}");
        Assert.All(receiver.All, message => Assert.Equal($"{entry["id"]}", message.Headers["webhook-id"]));
    }

    /// <summary>A restart need not wait as long for a dead node as the defaults do.</summary>
    private Task<StudioProcess> StartAsync() =>
        StudioProcess
            .Start(
                Path.Combine(_folder.FullName, "data"),
                path: null,
                "--Atelier:Jobs:Lease=00:00:06",
                "--Atelier:Jobs:Beat=00:00:00.5",
                "--Atelier:Jobs:Sweep=00:00:00.5",
                "--Atelier:Outgoing:Allow:0=127.0.0.1"
            )
            .ReadyAsync();
}
