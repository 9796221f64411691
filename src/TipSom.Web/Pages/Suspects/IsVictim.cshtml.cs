using Microsoft.AspNetCore.Mvc;
using TipSom.Data;
using TipSom.Data.Encryption;
using TipSom.Domain.Audit;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Suspects;
using TipSom.Domain.Victims;
using TipSom.Web.Security;

namespace TipSom.Web.Pages.Suspects;

/// <summary>A suspect turns out to be a victim: becomes a person of the case, known as far as the suspect was, and is suspected no longer.</summary>
[RequirePermission(Permission.KeepSuspects)]
public sealed class IsVictimModel(TipSomDbContext db, RecordCipher cipher, CurrentUser user, TimeProvider clock) : SuspectPageModel(db)
{
    // Copying who a suspect is opens it, so it is recorded like every opening.
    private const string WhyOpened = "To correct or complete the details";

    public void OnGet()
    {
        // The suspect was loaded before.
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Case.MustBeOpen();
        var now = clock.GetUtcNow();
        var person = Person ?? await AddedAsync(now, ct);
        Suspect.IsVictim(person, now);
        await Db.SaveChangesAsync(ct);
        return ToSuspect(SuspectNotice.IsVictim);
    }

    private async Task<Victim> AddedAsync(DateTimeOffset now, CancellationToken ct)
    {
        await Db.Entry(Case).Collection(c => c.Victims).LoadAsync(ct);
        var person = Case.AddPerson(new PersonFacts(Safety.Unknown, Suspect.Sex, Suspect.Age, []), user.Actor, now);
        Db.Add(new SuspectOpening(Suspect.Id, Case.Id, user.Actor, WhyOpened, now));
        var known = cipher.Open<SuspectDetails>(SealKinds.Suspect, Suspect.Id, Suspect.SealedDetails);
        var identity = new IdentityDetails(known.Name, known.FatherName, known.IdNumber, known.Phone)
        {
            NameInOtherScript = known.NameInOtherScript,
            Nickname = known.Aliases,
            Address = known.Address is { Length: > IdentityDetails.AddressMaxLength } tooLong ? tooLong[..IdentityDetails.AddressMaxLength] : known.Address
        };
        if (!identity.IsEmpty)
            Db.Add(new VictimIdentity(person.Id, Case.Id, cipher.Seal(SealKinds.Identity, person.Id, identity), now));
        return person;
    }
}
