using System.ComponentModel.DataAnnotations;

namespace Atelier.Library;

/// <summary>Section <c>Atelier:Library</c>: how much a document may cost to read.</summary>
internal sealed class LibraryOptions
{
    public const string Section = "Atelier:Library";

    /// <summary>Seconds that a tool may work on one document, and one more for each megabyte.</summary>
    [Range(1, 3600)]
    public int ToolSeconds { get; set; } = 30;

    /// <summary>Megabytes of memory that a tool may take for one document.</summary>
    [Range(64, 65_536)]
    public int ToolMegabytes { get; set; } = 1024;

    /// <summary>Hours that a file which comes in parts waits for its next part.</summary>
    [Range(1, 24 * 30)]
    public int UploadHours { get; set; } = 24;
}
