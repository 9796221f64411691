using TipSom.Domain.Assessment;
using TipSom.Domain.Referrals;
using TipSom.Domain.Services;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;

namespace TipSom.Domain.Tests.Architecture;

/// <summary>What holds an identity must not give it away where somebody logs it by mistake.</summary>
public sealed class SilenceTests
{
    public static TheoryData<string, string> Printed => new()
    {
        { nameof(IdentityDetails), new IdentityDetails("Secret-1", "Secret-2", "Secret-3", "Secret-4").ToString() },
        {
            nameof(IdentityDisclosure),
            new IdentityDisclosure("Secret-1", "Secret-2", "Secret-3", "Secret-4", "Secret-5", "Secret-6").ToString()
        },
        { nameof(IdentityPaper), new IdentityPaper("Secret-1", "Secret-2", "Secret-3", true, true).ToString() },
        { nameof(ContactRule), new ContactRule(ContactChannel.Call, true, "Secret-1").ToString() },
        { nameof(SafeContact), new SafeContact([], "Secret-1", "Secret-2", true, true).ToString() },
        {
            nameof(SuspectDetails),
            new SuspectDetails("Secret-1", "Secret-2", "Secret-3", "Secret-4", "Secret-5", "Secret-6", "Secret-7", "Secret-8", "Secret-9").ToString()
        },
        { nameof(CareNotes), new CareNotes("Secret-1", "Secret-2", "Secret-3", "Secret-4", "Secret-5").ToString() },
        { nameof(ArrivalDetails), new ArrivalDetails("Secret-1", "Secret-2", "Secret-3").ToString() },
        {
            nameof(NeedsDisclosure),
            new NeedsDisclosure(
                Sex.Female, new Age(17, false), "Secret-1", "Secret-2", [new DisclosedNeed(ServiceType.Shelter, Urgency.Emergency)],
                RiskLevel.High, Safety.NotSafe, "Secret-3").ToString()
        }
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public void What_is_printed_is_the_name_of_the_type_and_nothing_of_its_content(string type, string printed) => Assert.Equal(type, printed);

    [Fact]
    public void A_string_made_of_them_is_as_silent()
    {
        var identity = new IdentityDetails("Secret-1", "Secret-2", "Secret-3", "Secret-4");

        Assert.DoesNotContain("Secret", $"Opened {identity} and {(identity, 1)}", StringComparison.Ordinal);
    }
}
