using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;
using TipSom.Domain.Victims;

namespace TipSom.Data.Seeding;

/// <summary>A mother, her daughter and a neighbour who saw it: who they are, what they are to each other, and how they are reached.</summary>
internal sealed class DemoFamily(DemoStage stage)
{
    private static readonly SafeContact OnlyByTheSister = new(
        [
            new ContactRule(ContactChannel.Call, false, null), new ContactRule(ContactChannel.WhatsApp, false, null),
            new ContactRule(ContactChannel.TrustedPerson, true, "Her sister, 0399-0000877, after the evening prayer")
        ], "18:00 to 20:00", "the blue shawl", false, true);

    public static IdentityDetails Mother { get; } = new("Zarmina Kausar", "Ghulam Nabi", "9000000000877", "0399-0000876")
    {
        NameInOtherScript = "زرمینہ کوثر",
        HusbandName = "Rafiq Masih",
        Papers = [new IdentityPaper("CNIC", "9000000000877", "PK", true, false)],
        Address = "Behind the second kiln, Chak 9000",
        Contact = OnlyByTheSister
    };

    public async Task PlayAsync(Case @case, User officer, DateTimeOffset at, CancellationToken ct)
    {
        var mother = @case.Victims[0];
        await stage.ActAsync(officer, at, by =>
        {
            mother.NoteIdentity(addressIsConfidential: true, Mother.PapersHeldByTrafficker);
            mother.NoteContact(OnlyByTheSister);
            mother.Describe(new PersonDescription(mother.Sex, mother.Age, AgeBasis.Stated, 35, Sex.Female, "PK", "pnb", ["urd"], false));
            @case.Record(CaseEventKind.PersonDescribed, by, at, 1);
            @case.Record(CaseEventKind.ContactChanged, by, at, 1);
        }, ct);
        await stage.ActAsync(officer, at.AddMinutes(20), by =>
        {
            var daughter = Add(@case, Sex.Female, 12, PersonRole.VictimOfTrafficking, new IdentityDetails("کرن", "رفیق مسیح", null, null), by);
            Add(@case, Sex.Male, 45, PersonRole.Witness, new IdentityDetails("Khalid Hussain", null, null, "0399-0000878"), by);
            stage.Db.Add(FamilyTie.Between(mother, daughter, FamilyTieKind.ParentOf, true, [], by, stage.Clock.Now));
            @case.Record(CaseEventKind.FamilyChanged, by, stage.Clock.Now, 1);
        }, ct);
        await stage.ActAsync(officer, at.AddMinutes(50), by =>
        {
            var id = Guid.CreateVersion7();
            stage.Db.Add(mother.TakeOn(id, PersonRole.Witness, stage.Cipher.Seal(SealKinds.RoleReason, id, "Is ready to speak before the court."), by, stage.Clock.Now));
            @case.Record(CaseEventKind.RolesChanged, by, stage.Clock.Now, 1);
        }, ct);
    }

    private Victim Add(Case @case, Sex sex, int years, PersonRole role, IdentityDetails identity, Domain.Identity.Actor by)
    {
        var person = @case.AddPerson(new PersonFacts(Safety.Safe, sex, new Age(years, false), []) { Roles = [role], LanguageCode = "pnb" }, by, stage.Clock.Now);
        stage.Db.Add(new VictimIdentity(person.Id, @case.Id, stage.Cipher.Seal(SealKinds.Identity, person.Id, identity), stage.Clock.Now));
        return person;
    }
}
