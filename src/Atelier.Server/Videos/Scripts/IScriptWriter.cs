using Atelier.Drawing;
using Atelier.Generation;
using Atelier.Videos.Storyboards;

namespace Atelier.Videos.Scripts;

/// <summary>Turns an order into a storyboard whose scenes last as long as the film.</summary>
internal interface IScriptWriter
{
    Task<(Storyboard Board, IReadOnlyList<string> Notes)> WriteAsync(
        VideoOrder order,
        Seed seed,
        Budget budget,
        CancellationToken cancel
    );
}

/// <summary>The rules.</summary>
internal sealed class BuiltInScript(ScriptWriter writer) : IScriptWriter
{
    public Task<(Storyboard Board, IReadOnlyList<string> Notes)> WriteAsync(
        VideoOrder order,
        Seed seed,
        Budget budget,
        CancellationToken cancel
    ) => Task.FromResult(writer.Write(order.Prompt, order.Duration, seed));
}
