namespace Atelier.Reading.Robots;

/// <param name="Line">The line of the file that decides, counted from one; null where none does.</param>
/// <param name="Rule">That line as it stands there.</param>
public sealed record RobotsVerdict(bool Allowed, int? Line, string? Rule);
