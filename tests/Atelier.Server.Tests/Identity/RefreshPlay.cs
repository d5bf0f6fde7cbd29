using System.Text;
using Atelier.Identity.Sessions;
using Atelier.Support;
using Npgsql;

namespace Atelier.Identity;

/// <summary>
/// One session, an honest client, a thief, two nodes and a clock, who act in an order drawn from a seed. The play
/// knows from the rules alone what each answer must be.
/// </summary>
internal sealed class RefreshPlay(int seed, Guid session, string firstToken, RefreshStage stage)
{
    private static readonly int[] Pauses = [1, 9, 11, 60, 3600, 3 * 86400, 8 * 86400];

    private readonly Random _random = new(seed);
    private readonly StringBuilder _trace = new($"seed {seed}:");
    private readonly List<Link> _line = [new(firstToken, DateTimeOffset.MaxValue)];
    private bool _ended;

    /// <summary>Throws with the seed and the trace when an answer breaks the rules.</summary>
    public async Task RunAsync()
    {
        for (var acts = _random.Next(1, 5); acts > 0 && !_ended; acts--)
            await ActAsync(_random.Next(100));
        if (!_ended)
            await RefreshAsync(); // an honest client is never locked out
        if (_ended)
            Expect(
                await Node().RefreshAsync(Current.Token) is null,
                "not even the newest token of an ended line is good"
            );
    }

    private Task ActAsync(int draw) =>
        draw switch
        {
            < 20 => RefreshAsync(),
            < 38 => LoseTheAnswerAsync(),
            < 52 => RaceAsync(_random.Next(2, 5)),
            < 56 => BreakOffAsync(),
            < 72 => ReuseAsync(),
            < 76 => ReuseAgainstRefreshAsync(),
            < 79 => EndAgainstRefreshAsync(),
            < 90 => Pause(Pauses[_random.Next(Pauses.Length)]),
            < 95 => RotateKey(),
            _ => Restart(),
        };

    private Link Current => _line[^1];

    private DateTimeOffset Now => stage.Clock.Now;

    private async Task RefreshAsync()
    {
        Note("refresh");
        Advance(await Node().RefreshAsync(Current.Token));
    }

    /// <summary>The studio did it and the client does not know: within the grace the same answer, later the end.</summary>
    private async Task LoseTheAnswerAsync()
    {
        var pause = _random.Next(4) == 0 ? _random.Next(11, 30) : _random.Next(0, 10);
        Note($"lose, retry after {pause} s");
        var lost = await Node().RefreshAsync(Current.Token);
        if (!Advance(lost))
            return;
        stage.Pass(pause);
        await (
            _random.Next(5) switch
            {
                0 => RotateKey(),
                1 => Restart(),
                _ => Task.CompletedTask,
            }
        );
        ExpectOld(_line.Count - 2, await Node().RefreshAsync(_line[^2].Token));
    }

    private async Task RaceAsync(int clients)
    {
        Note($"race of {clients}");
        var token = Current.Token;
        var answers = await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Node().RefreshAsync(token)));
        Expect(answers.Distinct().Count() == 1, "all who race get the same");
        Advance(answers[0]);
    }

    /// <summary>The node or the connection dies somewhere on the way, before or after the commit.</summary>
    private async Task BreakOffAsync()
    {
        Note("break off, retry");
        using var death = new CancellationTokenSource();
        var attempt = Node().RefreshAsync(Current.Token, death.Token);
        for (var i = _random.Next(400); i > 0 && !attempt.IsCompleted; i--)
            await Task.Yield();
        await death.CancelAsync();
        try
        {
            await attempt;
        }
        catch (Exception e) when (e is OperationCanceledException or NpgsqlException)
        {
            // Whether it was committed only the database knows.
        }
        await Restart();
        Advance(await Node().RefreshAsync(Current.Token));
    }

    private async Task ReuseAsync()
    {
        if (_line.Count < 2)
            return;
        var old = _random.Next(_line.Count - 1);
        Note($"reuse {old}");
        ExpectOld(old, await Node().RefreshAsync(_line[old].Token));
    }

    private async Task ReuseAgainstRefreshAsync()
    {
        if (_line.Count < 2 || Current.Expires <= Now)
            return;
        stage.Pass(11);
        Note("reuse against refresh");
        var (old, current) = (_line[_random.Next(_line.Count - 1)].Token, Current.Token);
        var answers = await Task.WhenAll(Node().RefreshAsync(old), Node().RefreshAsync(current));
        Expect(answers[0] is null, "an old token gets nothing");
        if (answers[1] is { } child)
            _line.Add(new(child, Now));
        _ended = true;
    }

    private async Task EndAgainstRefreshAsync()
    {
        Note("end against refresh");
        var refresh = Node().RefreshAsync(Current.Token);
        await Task.WhenAll(refresh, Node().EndAsync(session));
        if (await refresh is { } child)
            _line.Add(new(child, Now));
        _ended = true;
    }

    private Task Pause(int seconds)
    {
        Note($"{seconds} s pass");
        stage.Pass(seconds);
        return Task.CompletedTask;
    }

    private Task RotateKey()
    {
        Note("a new key signs");
        stage.RotateKey();
        return Task.CompletedTask;
    }

    private Task Restart()
    {
        Note("restart");
        stage.Restart(_random.Next(stage.Nodes.Length));
        return Task.CompletedTask;
    }

    /// <summary>The answer to the newest token: its successor, or nothing after a week without use.</summary>
    private bool Advance(string? answer)
    {
        var isExpired = Current.Expires <= Now;
        Expect(answer is null == isExpired, isExpired ? "a week has passed" : "the newest token is good");
        if (answer is null)
        {
            _ended = true;
            return false;
        }
        Expect(_line.TrueForAll(link => link.Token != answer), "a successor is new");
        _line[^1] = Current with { UsedAt = Now };
        _line.Add(new(answer, Now.AddDays(7)));
        return true;
    }

    private void ExpectOld(int index, string? answer)
    {
        var isRetry = Now - _line[index].UsedAt <= RefreshToken.Grace && _line[index].Expires > Now;
        Expect(
            answer == (isRetry ? _line[index + 1].Token : null),
            isRetry ? "a retry gets the same" : "a reuse ends it"
        );
        _ended |= !isRetry;
    }

    private RefreshNode Node() => stage.Nodes[_random.Next(stage.Nodes.Length)];

    private void Note(string act) => _trace.Append(' ').Append(act).Append(';');

    private void Expect(bool holds, string rule) => Assert.True(holds, $"{rule}. {_trace}");

    private sealed record Link(string Token, DateTimeOffset Expires, DateTimeOffset? UsedAt = null);
}
