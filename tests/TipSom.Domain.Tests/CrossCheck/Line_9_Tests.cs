using TipSom.Domain.Finding;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.CrossCheck;

public sealed class Line_9_Tests
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
}
