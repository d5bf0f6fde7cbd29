namespace Atelier.Reading.Robots;

internal sealed record RobotsRule(bool Allows, RobotsPattern Pattern, int Line, string Text);

/// <summary>The rules under one or more user agents.</summary>
internal sealed class RobotsGroup
{
    private readonly List<string> _agents = [];

    public bool ForAll { get; private set; }
    public TimeSpan? Delay { get; set; }
    public List<RobotsRule> Rules { get; } = [];

    public bool Names(string productToken) => _agents.Contains(productToken, StringComparer.OrdinalIgnoreCase);

    public void Add(string agent)
    {
        if (agent is "*" || (agent.StartsWith('*') && char.IsWhiteSpace(agent[1])))
        {
            ForAll = true;
            return;
        }
        var end = 0;
        while (end < agent.Length && (char.IsAsciiLetter(agent[end]) || agent[end] is '-' or '_'))
            end++;
        if (end > 0)
            _agents.Add(agent[..end]);
    }
}
