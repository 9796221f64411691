using TipSom.Domain.Cases;
using TipSom.Domain.Consents;
using TipSom.Domain.Referrals;
using TipSom.Domain.Victims;
using TipSom.Journeys.Browsing;
using TipSom.TestSupport;
using TipSom.Web.Localisation;

namespace TipSom.Journeys.Journey;

/// <summary>
/// The one road through the product, as the people on it walk it: an officer of a station, a caseworker with a phone, the national desk.
/// Written once; the same script runs in each language and by each kind of hands.
/// </summary>
public sealed partial class ReferralJourney(Person officer, Person caseworker, Person coordinator, Provider shelter)
{
    private const int MostQuestions = 9, RequiredQuestions = 4, MostPages = 6;

    /// <summary>What the provider will see, as the officer was shown it.</summary>
    private string promised = "";

    /// <summary>Steps 1 to 4 for a girl whose age nobody knows, taken across the border.</summary>
    public async Task<string> SendChildAsync()
    {
        await LogAChildsCaseAsync();
        await NothingIsSentWithoutConsentAsync();
        await RecordConsentAsync(ConsentBasis.ChildProtectionAuthority);
        await ChooseAProviderAsync();
        var number = await LookAndSendAsync();
        Assert.Contains(officer.Say("treated as a child"), promised, StringComparison.Ordinal);
        return number;
    }

    /// <summary>Steps 1 to 4 for a woman, inside Pakistan, with nothing answered that need not be.</summary>
    public async Task<string> SendAdultAsync()
    {
        await officer.GoAsync("/cases");
        officer.Pages = 0;
        await officer.FollowAsync("Log a case");
        await officer.ChooseAsync("Is the person safe right now?", "Yes");
        await officer.ChooseAsync("Sex", Labels.Of(Sex.Female));
        await officer.WriteAsync("Years", officer.Window.Look.IsUrdu ? "۲۷" : "27");
        await officer.ChooseAsync("What is needed today?", Labels.Of(shelter.Service.Service));
        await officer.ChooseAsync("Was the person moved into or out of Pakistan?", Labels.Of(BorderCrossing.InsidePakistan));
        await officer.PressAsync("Continue");
        await officer.SeesAsync("Police: the case lies inside Pakistan");
        await officer.PressAsync("Save the case");
        await RecordConsentAsync(ConsentBasis.OwnConsent);
        await ChooseAProviderAsync();
        var number = await LookAndSendAsync();
        Assert.Contains("27", promised, StringComparison.Ordinal);
        return number;
    }

    private async Task LogAChildsCaseAsync()
    {
        await officer.GoAsync("/");
        officer.Pages = 0;
        await officer.FollowAsync("Log a case");
        Assert.InRange(await officer.CountAsync("[data-question]"), RequiredQuestions, MostQuestions);
        Assert.Equal(RequiredQuestions, await officer.CountAsync("[data-question=required]"));
        await officer.ChooseAsync("Is the person safe right now?", "No");
        await officer.ChooseAsync("Sex", Labels.Of(Sex.Female));
        await officer.TickAsync("The age is not known");
        Assert.NotEqual("", await officer.ValueAsync("District where found"));
        await officer.ChooseAsync("What is needed today?", Labels.Of(shelter.Service.Service));
        await officer.WriteAsync("Name or nickname", World.KnownIdentity.Name!);
        await officer.WriteAsync("CNIC, B-Form or passport number", "90000-1234567-1");
        await officer.ChooseAsync("Was the person moved into or out of Pakistan?", Labels.Of(BorderCrossing.AcrossBorder));
        await officer.WriteAsync("What happened, in one or two lines", World.KnownNarrative);
        await officer.WriteAsync("FIR or diary number", "123/2026");
        await officer.PressAsync("Continue");

        await officer.SeesAsync("This person is treated as a child: a guardian known to be uninvolved, or the child protection authority, decides about consent.");
        await officer.SeesAsync("FIA: the case crosses the border of Pakistan");
        await officer.SeesAsync("A hand-over to FIA is proposed. You go on caring for the person until it is agreed.");
        await officer.SeesTextAsync("90000-1234567-1");
        await officer.PressAsync("Save the case");
        await officer.SeesAsync("The case was saved.");
    }

    private async Task NothingIsSentWithoutConsentAsync()
    {
        var (page, pages) = (officer.Address.Split('?')[0], officer.Pages);
        await officer.GoAsync($"{page}/people/1/refer");
        await officer.SeesAsync("There is no consent in force.");
        Assert.Equal(0, await officer.CountAsync("form"));
        await officer.GoAsync(page);
        officer.Pages = pages;
    }

    private async Task RecordConsentAsync(ConsentBasis basis)
    {
        await officer.FollowAsync("Record consent");
        await officer.ChooseAsync("May the person be referred, and data shared for it?", "Yes");
        await officer.ChooseAsync("Who decides, or on what ground?", Labels.Of(basis));
        if (basis != ConsentBasis.OwnConsent)
            await officer.ChooseAsync("What does the child say?", AssessmentLabels.Of(ChildsView.Agrees));
        await officer.ChooseAsync("How was it given?", Labels.Of(ConsentForm.Spoken));
        await officer.PickAsync("In which language was it explained?", "pnb");
        await officer.ChooseAsync("Which providers?", "Any provider under an agreement in force");
        await officer.ChooseAsync("What may be shared?", Labels.Of(DataCategory.Risk));
        await officer.ChooseAsync("What may be shared?", Labels.Of(DataCategory.Name));
        await officer.ChooseAsync("What may be shared?", Labels.Of(DataCategory.IdentityNumber));
        await officer.PressAsync("Save the answer");
    }

    private async Task ChooseAProviderAsync()
    {
        await officer.SeesAsync("Providers that fit");
        Assert.Contains(officer.Say(ReferralLabels.Of(Domain.Services.FitProblem.AgreementExpired)), await officer.ReadAsync(".not-offered"), StringComparison.Ordinal);
        await officer.ChooseValueAsync("to", shelter.Service.Id.ToString());
        await officer.PressAsync("Continue");
    }

    private async Task<string> LookAndSendAsync()
    {
        await officer.SeesAsync("Not sent yet. Nothing leaves your agency until you press Send.");
        promised = await officer.ReadAsync("section.card dl");
        await officer.TickAsync("I have checked that this is safe to send.");
        Assert.InRange(officer.Pages, 4, MostPages);
        await officer.PressNamingAsync("Send referral to {0}", officer.Window.Look.IsUrdu ? shelter.Agency.NameUr : shelter.Agency.NameEn);
        var number = officer.Address.Split('/')[^1].Split('?')[0];
        Assert.StartsWith("TR-", number, StringComparison.Ordinal);
        await officer.SeesAsync(ReferralLabels.Of(ReferralStatus.Sent));
        await officer.SeesNoIdentityAsync();
        return number;
    }
}
