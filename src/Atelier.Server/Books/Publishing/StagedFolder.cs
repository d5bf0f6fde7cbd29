namespace Atelier.Books.Publishing;

/// <summary>
/// Collects files beside their final place and moves them there in one step, so a reader sees a whole book or none.
/// </summary>
internal sealed class StagedFolder : IDisposable
{
    private readonly string _target;

    public StagedFolder(string target)
    {
        _target = System.IO.Path.GetFullPath(target);
        Path = _target + ".partial";
        Discard();
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    /// <exception cref="IOException">For one, the disk is full.</exception>
    public async Task<string> WriteAsync(string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        var path = At(name);
        await using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 64 * 1024, true);
        await file.WriteAsync(bytes, cancel);
        await file.FlushAsync(cancel);
        return path;
    }

    /// <summary>Replaces what stood at the target.</summary>
    public void Publish()
    {
        if (Directory.Exists(_target))
            Directory.Delete(_target, recursive: true);
        Directory.Move(Path, _target);
    }

    public void Dispose() => Discard();

    private void Discard()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
