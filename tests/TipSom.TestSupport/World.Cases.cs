using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Cases;

namespace TipSom.TestSupport;

/// <summary>What becomes of a whole case.</summary>
public sealed partial class World
{
    /// <summary>Closes a case whose needs may still be open, unless a test says why.</summary>
    public Task<Case> CloseCaseAsync(User officer, Case @case, CloseReason reason = CloseReason.LostContact, string? words = null) =>
        AsAsync(officer, async (scope, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            var standing = new CaseStanding(
                [.. (await db.ReferralsInHandAsync(loaded.Id, CancellationToken.None)).Select(r => r.Number)],
                [.. (await db.NeedsOfNobodyAsync(loaded.Id, CancellationToken.None)).Select(n => n.Person)]);
            var change = loaded.Close(reason, words, standing, ActorOf(officer), Now);
            if (words is not null)
                change.KeepWords(scope.GetRequiredService<RecordCipher>().Seal(SealKinds.StatusWords, change.Id, words));
            db.Add(change);
            return loaded;
        });

    public Task<Case> ReopenCaseAsync(User supervisor, Case @case, string words = "She called the helpline.") =>
        AsAsync(supervisor, async (scope, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            var change = loaded.Reopen(words, ActorOf(supervisor), Now);
            change.KeepWords(scope.GetRequiredService<RecordCipher>().Seal(SealKinds.StatusWords, change.Id, words));
            db.Add(change);
            return loaded;
        });

    /// <summary>Corrects the facts of a case and, where one is given, the account of what happened.</summary>
    public Task<Case> CorrectAsync(User officer, Case @case, FactsCorrection facts, string? narrative = null) =>
        AsAsync(officer, async (scope, db) =>
        {
            var loaded = await db.Cases.SingleAsync(c => c.Id == @case.Id);
            loaded.Correct(facts, ActorOf(officer), Now);
            if (narrative is not null)
                loaded.KeepNarrative(scope.GetRequiredService<RecordCipher>().Seal(SealKinds.Narrative, loaded.Id, narrative));
            return loaded;
        });

    /// <summary>An account as it stands.</summary>
    public Task<User> AccountAsync(Guid id) => AsAsync(null, (_, db) => db.Users.AsNoTracking().SingleAsync(u => u.Id == id));
}
