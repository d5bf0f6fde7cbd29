using System.Text.Json.Nodes;
using Atelier.Jobs.Batches;

namespace Atelier.Realtime;

public sealed class BatchChannelTests(BatchStudio studio) : IClassFixture<BatchStudio>
{
    [Fact]
    public async Task Who_listens_to_a_batch_hears_how_it_stands_until_it_has_ended()
    {
        var person = await studio.RegisterAsync();
        var batch = await BatchStudio.OrderAsync(person, [.. Enumerable.Repeat("wait", 4)]);
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, person.AccessToken);
        Assert.True((await socket.SubscribeAsync($"batch:{batch["id"]}"))["subscribed"]!.GetValue<bool>());

        await person.PostAsync($"{BatchStudio.PathOf(batch)}/cancel");

        JsonNode seen;
        do
        {
            (var channel, seen) = await socket.NextAsync();
            Assert.Equal(($"batch:{batch["id"]}", "state"), (channel, $"{seen["type"]}"));
        } while (seen["data"]!["finishedAt"] is null);
        Assert.Equal(("cancelled", 1.0), ($"{seen["data"]!["state"]}", seen["data"]!["progress"]!.GetValue<double>()));
    }

    [Fact]
    public async Task Somebody_elses_batch_is_not_heard()
    {
        var (owner, other) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        var batch = await BatchStudio.OrderAsync(owner, "one");
        await using var socket = await EventsSocket.ConnectAsync(studio.Address, other.AccessToken);

        var answer = await socket.SubscribeAsync($"batch:{batch["id"]}");

        Assert.Equal("forbidden", $"{answer["code"]}");
    }
}
