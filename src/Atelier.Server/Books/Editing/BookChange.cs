using Atelier.Drawing;

namespace Atelier.Books.Editing;

/// <summary>What is to become of a finished book. Its job carries it, so that nothing is changed until all is made.</summary>
/// <param name="From">The version it was asked of.</param>
/// <param name="Page">The printed page.</param>
/// <param name="Text">New words; null leaves them.</param>
/// <param name="Scene">Another picture; null leaves it.</param>
/// <param name="Restore">The version to go back to.</param>
internal sealed record BookChange(
    int From,
    VersionCause Cause,
    int? Page = null,
    string? Text = null,
    string? AltText = null,
    SceneSpec? Scene = null,
    int? Restore = null
);
