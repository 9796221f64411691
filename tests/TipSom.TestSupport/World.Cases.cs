using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Queries;
using TipSom.Domain.Cases;
using TipSom.Domain.Retention;

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

    /// <summary>A closed case whose erasing a supervisor asked for; a second person has to confirm it.</summary>
    public async Task<Erasure> EraseLaterAsync(Force police, Case? @case = null)
    {
        @case ??= await CloseCaseAsync(police.Officer, await CaseAsync(police.Officer));
        return await AsAsync(police.Supervisor, async (scope, db) =>
        {
            var id = Guid.CreateVersion7();
            var asked = Erasure.Ask(
                await db.Cases.SingleAsync(c => c.Id == @case.Id), id, ErasureGround.PersonAsked,
                scope.GetRequiredService<RecordCipher>().Seal(SealKinds.ErasureReason, id, "Reasoncanary: asked in writing."), ActorOf(police.Supervisor), Now);
            db.Add(asked);
            return asked;
        });
    }

    /// <summary>The second person confirms, and it is erased.</summary>
    public Task<Erasure> ConfirmErasureAsync(User second, Erasure asked) => AsAsync(second, async (_, db) =>
    {
        var erasure = await db.Erasures.SingleAsync(e => e.Id == asked.Id);
        erasure.Confirm(ActorOf(second), Now);
        return erasure;
    });

    /// <summary>An account as it stands.</summary>
    public Task<User> AccountAsync(Guid id) => AsAsync(null, (_, db) => db.Users.AsNoTracking().SingleAsync(u => u.Id == id));
}
