using TipSom.Domain.Consents;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.CrossCheck;

/// <summary>Age unknown, "looks 17": treated as a child, and the guardian or an authority decides.</summary>
public sealed class Line_4_Tests
{
    public static TheoryData<Age> Doubtful => [new Age(17, IsApproximate: true), Age.Unknown];

    [Theory]
    [MemberData(nameof(Doubtful))]
    public void Line_4_A_doubtful_age_is_a_child_s_and_others_decide(Age age)
    {
        var person = A.Victim(A.Person() with { Age = age });
        ConsentAnswer On(ConsentBasis basis, GuardianInvolvement guardian = GuardianInvolvement.NotAsked) => A.Answer with { Basis = basis, Guardian = guardian };

        Assert.True(person.CountsAsChild);
        Assert.Equal([VictimGroup.Girls], person.Groups);
        Assert.Throws<RuleBrokenException>(() => Consent.Record(person, On(ConsentBasis.OwnConsent), A.Officer, A.Now));
        Assert.Throws<RuleBrokenException>(() => Consent.Record(person, On(ConsentBasis.Guardian, GuardianInvolvement.Unknown), A.Officer, A.Now));
        Assert.True(Consent.Record(person, On(ConsentBasis.Guardian, GuardianInvolvement.No), A.Officer, A.Now).IsInForce(A.Now));
        Assert.True(Consent.Record(person, On(ConsentBasis.ChildProtectionAuthority), A.Officer, A.Now).IsInForce(A.Now));
    }
}
