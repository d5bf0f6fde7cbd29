namespace Atelier.Platform.Processes;

/// <summary>One run of an outside tool: a program and its argument list, never a shell line.</summary>
/// <param name="Tool">A name looked up in PATH, or an absolute path.</param>
internal sealed record ChildProcessRequest(string Tool, params IReadOnlyList<string> Arguments)
{
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Address space in bytes, enforced by the kernel where <c>prlimit</c> exists; null for none. The default is
    /// ample for a book of forty pages, and keeps a tool gone wrong from taking the machine.
    /// </summary>
    public long? MemoryBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>The tool is stopped when it writes more than this to its standard output.</summary>
    public int OutputBytes { get; init; } = 64 * 1024 * 1024;

    public string? WorkingFolder { get; init; }

    /// <summary>Sent to the standard input, which is empty otherwise.</summary>
    public ReadOnlyMemory<byte> Input { get; init; }

    /// <summary>Writes the standard input while the tool runs, in place of <see cref="Input"/>; what it throws ends the tool.</summary>
    public Func<Stream, CancellationToken, Task>? Feed { get; init; }

    /// <summary>Gets each line of the standard output while the tool runs; the result has none of it then.</summary>
    public Action<string>? OutputLine { get; init; }

    /// <summary>Added to the few harmless variables a tool is given.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
