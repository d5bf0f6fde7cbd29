using System.Globalization;

namespace Atelier.Testing.Models;

/// <param name="Id">Where the client chose it.</param>
/// <param name="Input">As it was sent, for the dialects that give it back.</param>
public sealed record FakeOrder(string Prompt, string? Id = null, object? Input = null);

internal enum FakeStage
{
    Queued,
    Running,
    Done,
    Refused,
    Broken,
    Cancelled,

    /// <summary>A state that no documentation names.</summary>
    Odd,

    /// <summary>As if it had never been.</summary>
    Absent,
}

/// <summary>
/// One clip and its script, by words in its prompt. Without one it is queued, runs, and is done. <c>slow</c> runs long,
/// <c>never-ends</c> for ever, <c>refused</c> and <c>fails-inside</c> end badly, <c>gets-lost</c> disappears,
/// <c>steps-back</c> tells less progress than before, <c>odd-status</c> and <c>cancel-late</c> are what they say; files:
/// <c>expired-link</c> (the first is dead), <c>file-gone</c> (all are), <c>cut-short</c>, <c>cut-once</c>, <c>wrong-type</c>.
/// At the order itself: <c>throttled-once</c>, <c>busy-once</c>, <c>refused-at-once</c>, <c>answer-lost</c>.
/// </summary>
public sealed class FakeClip(string id, int number, FakeOrder order, DateTimeOffset created)
{
    public DateTimeOffset Created => created;

    private int _asked;
    private bool _cancelled;

    public string Id => id;

    public int Number => number;

    public FakeOrder Order => order;

    public int Downloads { get; internal set; }

    internal FakeStage Stage { get; private set; } = FakeStage.Queued;

    /// <summary>Percent.</summary>
    internal int Progress { get; private set; }

    /// <summary>How many addresses of the file were given out.</summary>
    internal int Links { get; private set; }

    internal bool Says(string word) => order.Prompt.Contains(word, StringComparison.Ordinal);

    /// <summary>One look at it, and one step on.</summary>
    internal void Step()
    {
        var step = _asked++;
        (Stage, Progress) =
            _cancelled ? (FakeStage.Cancelled, Progress)
            : step == 0 ? (FakeStage.Queued, 0)
            : Says("never-ends") ? (FakeStage.Running, 50)
            : Says("slow") && step < 40 ? (FakeStage.Running, 2 * step)
            : Says("odd-status") && step == 1 ? (FakeStage.Odd, 10)
            : Says("steps-back") && step < 4 ? (FakeStage.Running, step == 2 ? 20 : 60)
            : Says("gets-lost") && step > 1 ? (FakeStage.Absent, 0)
            : step < 3 ? (FakeStage.Running, 30 * step)
            : Says("refused") ? (FakeStage.Refused, 60)
            : Says("fails-inside") ? (FakeStage.Broken, 60)
            : (FakeStage.Done, 100);
    }

    /// <returns>False when it had ended before.</returns>
    internal bool Cancel()
    {
        if (Says("cancel-late") || Stage is FakeStage.Done)
        {
            (Stage, Progress, _asked) = (FakeStage.Done, 100, 100);
            return false;
        }
        (_cancelled, Stage) = (true, FakeStage.Cancelled);
        return true;
    }

    internal string NextLink() => $"/files/{id}/{(++Links).ToString(CultureInfo.InvariantCulture)}";

    internal bool IsLinkGood(int link) => !Says("file-gone") && !(Says("expired-link") && link < 2);
}
