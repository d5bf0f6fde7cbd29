using System.Text;
using Atelier.Drawing.Typesetting;

namespace Atelier.Drawing.Tests.Typesetting;

public class TypefaceTests
{
    [Fact]
    public void A_face_knows_its_family_weight_and_heights()
    {
        Assert.Equal(("Andika", 400), (TestFaces.Andika.Family, TestFaces.Andika.Weight));
        Assert.InRange(TestFaces.Andika.CapHeight, 0.72, 0.73);
        Assert.InRange(TestFaces.Andika.XHeight, 0.50, 0.52);
    }

    [Fact]
    public void Width_grows_with_size_and_adds_up()
    {
        var face = TestFaces.Andika;
        Assert.Equal(2 * face.Measure("Ember", 10), face.Measure("Ember", 20), 6);
        Assert.Equal(face.Measure("Em", 10) + face.Measure("ber", 10), face.Measure("Ember", 10), 6);
        Assert.InRange(face.Measure("Ember was a small dragon", 18), 190, 230);
    }

    [Fact]
    public void A_character_only_a_fallback_has_brings_that_fallback_and_no_other()
    {
        Assert.False(TestFaces.Andika.HasGlyph(new Rune('ש')));
        Assert.True(TestFaces.WithHebrew.HasGlyph(new Rune('ש')));
        Assert.Equal([TestFaces.WithHebrew], TestFaces.WithHebrew.FacesFor("Shalom"));
        Assert.Equal([TestFaces.WithHebrew, TestFaces.Hebrew], TestFaces.WithHebrew.FacesFor("Shalom שלום"));
    }

    [Fact]
    public void A_file_that_is_no_font_is_refused_with_its_name()
    {
        var path = Path.GetTempFileName();
        File.WriteAllBytes(path, [0, 1, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0]);
        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => Typeface.Load(path)).Message);
        File.Delete(path);
    }
}
