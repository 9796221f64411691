using TipSom.Domain.Finding;
using TipSom.Domain.Names;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.CrossCheck;

/// <summary>Lines 9 and 11 of the cross-check list.</summary>
public sealed class FindingLinesTests
{
    [Theory]
    [InlineData("35202-1234567-1")]
    [InlineData("35202 1234567 1")]
    [InlineData("3520212345671")]
    public void Line_9_An_identity_card_is_kept_as_thirteen_digits(string typed)
    {
        // Urdu digits are ASCII by the time the domain reads them; the page's own test types them.
        Assert.True(IdentityNumber.TryNormalise(typed, out var kept));
        Assert.Equal("3520212345671", kept);
        Assert.Equal(new SearchTerm(SearchKind.IdentityNumber, "3520212345671"), SearchTerm.Read(typed));
    }

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
