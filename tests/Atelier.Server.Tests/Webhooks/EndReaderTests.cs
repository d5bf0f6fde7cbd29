using Atelier.JobEngine;
using Atelier.Jobs.Batches;
using Atelier.Support;
using Atelier.Webhooks.Delivering;
using Microsoft.Extensions.DependencyInjection;

namespace Atelier.Webhooks;

public sealed class EndReaderTests(WebhookStudio studio) : IClassFixture<WebhookStudio>
{
    [Fact]
    public async Task However_many_read_each_end_is_told_once()
    {
        await using var receiver = await Receiver.StartAsync();
        var person = await studio.RegisterAsync();
        var hook = await WebhookStudio.HookAsync(person, receiver, "job.succeeded", "batch.finished");
        var reader = studio.Services.GetRequiredService<EndReader>();
        using var enough = new CancellationTokenSource();
        var readers = Enumerable
            .Range(0, 4)
            .Select(_ =>
                Task.Run(async () =>
                {
                    while (!enough.IsCancellationRequested)
                        await reader.PassAsync(Cancel);
                })
            )
            .ToList();

        await BatchStudio.OrderAsync(person, [.. Enumerable.Repeat("one", 40)]);
        await receiver.ArriveAsync(41);
        await enough.CancelAsync();
        await Task.WhenAll(readers);
        var log = await WebhookStudio.SettledAsync(person, hook, 41);

        Assert.Equal(41, log.Count);
        Assert.Equal(41, receiver.All.Select(message => message.Headers["webhook-id"]).Distinct().Count());
        Assert.Single(log, entry => $"{entry["event"]}" == "batch.finished");
    }

    [Fact]
    public async Task An_end_that_is_committed_after_a_later_one_is_read_all_the_same()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        var (slow, quick) = (await studio.RegisterAsync(), await studio.RegisterAsync());
        foreach (var person in (Person[])[slow, quick])
            await BatchStudio.UntilAsync(
                person,
                await BatchStudio.OrderAsync(person, 1, "wait", "wait"),
                batch => batch["counts"]!["running"]!.GetValue<int>() == 1
            );
        await using var connection = await studio.Database.OpenConnectionAsync(Cancel);
        var open = await connection.BeginTransactionAsync(Cancel);
        await JobClient.CancelAllAsync(open, slow.Id, Cancel); // its events have their ids now
        await using (var other = await studio.Database.OpenConnectionAsync(Cancel))
        {
            await using var done = await other.BeginTransactionAsync(Cancel);
            await JobClient.CancelAllAsync(done, quick.Id, Cancel);
            await done.CommitAsync(Cancel);
        }

        var place = new JournalPlace(0, 0, 0, 0);
        var seen = new HashSet<Guid>();
        while (!seen.Contains(quick.Id))
            await ReadAsync();
        var before = seen.Contains(slow.Id);
        await open.CommitAsync(Cancel);
        while (!seen.Contains(slow.Id))
            await ReadAsync();

        Assert.False(before);

        async Task ReadAsync()
        {
            await using var reading = await studio.Database.OpenConnectionAsync(patience.Token);
            await using var tx = await reading.BeginTransactionAsync(patience.Token);
            var page = await JobJournal.ReadAsync(tx, place, 500, isWanted: true, Cancel);
            place = page.Next;
            seen.UnionWith(page.Ends.Select(end => end.OwnerId));
        }
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
