namespace Atelier.Drawing.Backdrops;

/// <summary>Paints one setting.</summary>
internal interface IScenery
{
    /// <summary>Indoor places keep their colours in the rain; only the window shows it.</summary>
    bool Indoors => false;

    void Paint(Stage stage);
}
