using System.Buffers.Text;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;

namespace Atelier.Benchmarks.Realtime;

/// <summary>A client as the guide describes it: keeps its position, and goes on from there on the next node.</summary>
internal sealed class Follower(string channel, TimeSpan jitter)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private long _seq;
    private string? _epoch;
    private TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsJob { get; } = channel.StartsWith("job:", StringComparison.Ordinal);

    public int Skipped { get; private set; }

    public int Repeated { get; private set; }

    public int Snapshots { get; private set; }

    public long Seq => _seq;

    /// <summary>From the break until everything missed, or a snapshot, had come.</summary>
    public TimeSpan Away { get; private set; }

    public async Task<Client> FollowAsync(Uri node)
    {
        _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var client = await Client.ConnectAsync(node, isSignalR: true);
        client.Arrived = Read;
        client.Read();
        var after = _epoch is null && !IsJob ? "null" : JsonSerializer.Serialize(new { seq = _seq, epoch = _epoch });
        await client.CallAsync("Subscribe", $"\"{channel}\",{after}");
        await _heard.Task.WaitAsync(Patience);
        return client;
    }

    public async Task<Client> ComeBackAsync(Uri node)
    {
        var watch = Stopwatch.StartNew();
        await Task.Delay(jitter);
        while (true)
            try
            {
                var client = await FollowAsync(node);
                Away = watch.Elapsed;
                return client;
            }
            catch (WebSocketException)
            {
                await Task.Delay(jitter);
            }
    }

    private void Read(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf("\"target\":\"event\""u8) >= 0)
            ReadEvent(text);
        else if (text.IndexOf("\"target\":\"snapshot\""u8) >= 0)
        {
            using var message = JsonDocument.Parse(text.ToArray());
            var arguments = message.RootElement.GetProperty("arguments");
            (_seq, _epoch) = (arguments[2].GetInt64(), arguments[3].GetString());
            Snapshots++;
            _heard.TrySetResult();
        }
        else if (text.IndexOf("\"subscribed\":true"u8) >= 0)
        {
            using var message = JsonDocument.Parse(text.ToArray());
            var answer = message.RootElement.GetProperty("result");
            if (answer.GetProperty("recovered").ValueKind == JsonValueKind.False)
                return; // a snapshot is on its way
            _epoch = answer.GetProperty("epoch").GetString();
            if (answer.GetProperty("recovered").ValueKind == JsonValueKind.Null)
                _seq = answer.GetProperty("seq").GetInt64();
            _heard.TrySetResult();
        }
    }

    private void ReadEvent(ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text[(text.LastIndexOf((byte)',') + 1)..], out long seq, out _) || seq <= _seq)
            Repeated++;
        else if (seq != _seq + 1)
            Skipped++;
        _seq = seq;
    }
}
