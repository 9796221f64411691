using TipSom.Domain.Names;

namespace TipSom.Domain.Tests.CrossCheck;

public sealed class Line_11_Tests
{
    [Theory]
    [InlineData("Mohd. Yusuf", "Muhammad Yousaf")]
    [InlineData("محمد يوسف", "محمد یوسف")]
    [InlineData("محمد یوسف", "محمد يوسف")]
    public void Line_11_A_name_is_found_in_its_other_spelling_and_with_the_other_yeh(string asked, string kept)
    {
        var unit = Guid.NewGuid();
        var (meant, other) = (Guid.NewGuid(), Guid.NewGuid());
        using var index = new PersonIndex();
        index.Put(meant, new IndexedPerson(Guid.NewGuid(), new NamedPerson([kept], [], null, null), [], [unit]));
        index.Put(other, new IndexedPerson(Guid.NewGuid(), new NamedPerson(["Nasreen Akhtar"], [], null, null), [], [unit]));

        Assert.Equal(meant, Assert.Single(index.Named(new NameQuery(asked), Sight.Of(unit), 10)).Id);
    }
}
