using System.Threading.Channels;
using Atelier.JobEngine;
using Microsoft.AspNetCore.SignalR;

namespace Atelier.Realtime;

public sealed class OutboxTests
{
    private const int Waiting = 256;

    [Fact]
    public async Task F03_a_client_that_reads_too_slowly_keeps_the_order_and_is_told_once_that_it_missed_something()
    {
        var client = new SlowClient();
        var outbox = new Outbox(client);
        outbox.Post("job:1", Event(1));
        await client.IsSendingAsync(); // the first is on its way and the queue empty

        foreach (var seq in Enumerable.Range(2, Waiting + 50))
            outbox.Post("job:1", Event(seq));
        client.ReadOn();

        for (var seq = 1; seq <= Waiting + 1; seq++)
            Assert.Equal(("event", seq), await client.NextAsync());
        Assert.Equal(("missed", 0), await client.NextAsync());
        outbox.Post("job:1", Event(1000));
        Assert.Equal(("event", 1000), await client.NextAsync());
        outbox.Close();
    }

    private static JobEvent Event(int seq) =>
        new(Guid.Empty, Guid.Empty, null, "test", seq, "progress", DateTimeOffset.UnixEpoch, null);

    /// <summary>Takes nothing until it reads on.</summary>
    private sealed class SlowClient : IClientProxy
    {
        private readonly TaskCompletionSource _sending = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _reads = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly Channel<(string, int)> _got = System.Threading.Channels.Channel.CreateUnbounded<(
            string,
            int
        )>();

        public Task IsSendingAsync() => _sending.Task.WaitAsync(TimeSpan.FromSeconds(60));

        public void ReadOn() => _reads.SetResult();

        public async Task<(string, int)> NextAsync()
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            return await _got.Reader.ReadAsync(patience.Token);
        }

        public async Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default)
        {
            _sending.TrySetResult();
            await _reads.Task;
            await _got.Writer.WriteAsync((method, args.Length > 1 ? ((JobEvent)args[1]!).Seq : 0), cancellationToken);
        }
    }
}
