using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Victims;

public sealed class VictimTests
{
    [Theory]
    [InlineData(Safety.NotSafe, Urgency.Emergency, RiskLevel.High)]
    [InlineData(Safety.Safe, Urgency.Urgent, RiskLevel.NotAssessed)]
    [InlineData(Safety.Unknown, Urgency.Urgent, RiskLevel.NotAssessed)]
    public void Who_is_not_safe_has_emergencies_and_a_high_risk(Safety safety, Urgency urgency, RiskLevel risk)
    {
        var victim = A.Victim(A.Person(safety, needs: [ServiceType.Shelter, ServiceType.LegalAid]));

        Assert.Equal([urgency, urgency], victim.Needs.Select(n => n.Urgency));
        Assert.Equal((risk, safety), (victim.Risk, victim.SafetyWhenLogged));
    }

    [Fact]
    public void A_need_named_twice_is_one_need_of_this_person_in_this_case()
    {
        var victim = A.Victim(A.Person(needs: [ServiceType.Shelter, ServiceType.Shelter]));

        var need = Assert.Single(victim.Needs);
        Assert.Equal((victim.Id, victim.CaseId, ServiceType.Shelter), (need.VictimId, need.CaseId, need.Service));
    }

    [Fact]
    public void A_person_may_need_nothing_today() =>
        Assert.Empty(A.Victim(new PersonFacts(Safety.Safe, Sex.Female, Age.Unknown, [])).Needs);

    [Fact]
    public void An_impossible_age_is_refused() => Assert.Throws<RuleBrokenException>(() => A.Victim(A.Person(age: 121)));

    [Theory]
    [InlineData(Sex.Female, false, VictimGroup.Women)]
    [InlineData(Sex.Female, true, VictimGroup.Girls)]
    [InlineData(Sex.Male, false, VictimGroup.Men)]
    [InlineData(Sex.Male, true, VictimGroup.Boys)]
    [InlineData(Sex.Transgender, false, VictimGroup.Transgender)]
    [InlineData(Sex.Transgender, true, VictimGroup.Transgender)]
    [InlineData(Sex.Unknown, false, VictimGroup.Women, VictimGroup.Men)]
    [InlineData(Sex.Unknown, true, VictimGroup.Girls, VictimGroup.Boys)]
    public void Sex_and_age_say_which_groups_a_provider_must_take(Sex sex, bool isChild, params VictimGroup[] groups)
    {
        Assert.Equal(groups, VictimGroups.Of(sex, isChild));
        Assert.Equal(groups, A.Victim(A.Person(sex: sex, age: isChild ? 17 : 18)).Groups);
    }

    [Fact]
    public void A_person_of_unknown_age_belongs_to_the_childrens_groups() =>
        Assert.Equal([VictimGroup.Girls], A.Victim(A.Person(age: null)).Groups);

    [Fact]
    public void The_language_understood_is_noted_when_it_is_known()
    {
        var victim = A.Victim();
        Assert.Null(victim.LanguageCode);

        victim.Understands("urd");

        Assert.Equal("urd", victim.LanguageCode);
    }
}
