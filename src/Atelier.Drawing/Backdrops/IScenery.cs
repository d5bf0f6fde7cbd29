namespace Atelier.Drawing.Backdrops;

/// <summary>Paints one setting.</summary>
internal interface IScenery
{
    /// <summary>A room: a high wall and a shallow floor, lit by lamps.</summary>
    bool Indoors => false;

    /// <summary>Keeps its colours in any weather; a window or the scenery itself shows it.</summary>
    bool Sheltered => Indoors;

    void Paint(Stage stage);
}
