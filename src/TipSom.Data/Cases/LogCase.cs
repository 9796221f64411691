using Microsoft.EntityFrameworkCore;
using TipSom.Data.Encryption;
using TipSom.Domain;
using TipSom.Domain.Cases;
using TipSom.Domain.Identity;
using TipSom.Domain.Victims;

namespace TipSom.Data.Cases;

/// <summary>Logs a case and seals what must not lie open. Adds to the context; the caller saves.</summary>
public sealed class LogCase(TipSomDbContext db, RecordCipher cipher, TimeProvider clock)
{
    /// <summary>Logs a case with its first person.</summary>
    public async Task<Case> LogAsync(
        CaseFacts facts, PersonFacts person, IdentityDetails identity, string? narrative, Actor by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var candidates = FreeNumbers.Candidates(RecordNumber.CasePrefix, now);
        var number = await db.Database.SqlQuery<string>($"select security.first_free_number({candidates}) as \"Value\"").SingleAsync(ct);
        var @case = Case.Log(number, facts, person, by, now);
        if (narrative is not null)
            @case.KeepNarrative(cipher.Seal(SealKinds.Narrative, @case.Id, narrative));
        db.Add(@case);
        if (!identity.IsEmpty)
        {
            var victim = @case.Victims[0];
            db.Add(new VictimIdentity(victim.Id, @case.Id, cipher.Seal(SealKinds.Identity, victim.Id, identity), now));
        }

        return @case;
    }
}
