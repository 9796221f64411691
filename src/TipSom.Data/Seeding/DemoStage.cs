using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Domain.Cases;

namespace TipSom.Data.Seeding;

/// <summary>The moment a story has come to.</summary>
internal sealed class DemoClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>What the parts of a case file are played with: each act at its moment, saved in the name of the person whose act it is.</summary>
internal sealed record DemoStage(
    TipSomDbContext Db, DemoCast Cast, RecordCipher Cipher, DemoClock Clock, Func<User, DateTimeOffset, CancellationToken, Task> Save)
{
    public async Task ActAsync(User actor, DateTimeOffset at, Func<Domain.Identity.Actor, Task> act, CancellationToken ct)
    {
        Clock.Now = at;
        await act(DemoCast.ActorOf(actor));
        await Save(actor, at, ct);
    }

    public Task ActAsync(User actor, DateTimeOffset at, Action<Domain.Identity.Actor> act, CancellationToken ct) => ActAsync(
        actor, at, by =>
        {
            act(by);
            return Task.CompletedTask;
        }, ct);
}

/// <summary>Works a case out beyond its first page: its people, what happened to them, the law, other agencies and papers, and who opened it in an emergency.</summary>
internal sealed class DemoFile(DemoStage stage)
{
    public async Task PlayAsync(Case @case, User officer, DateTimeOffset from, CancellationToken ct)
    {
        await new DemoFamily(stage).PlayAsync(@case, officer, from, ct);
        await new DemoAssessment(stage).PlayAsync(@case, officer, from.AddHours(3), ct);
        await new DemoLaw(stage).PlayAsync(@case, officer, from.AddHours(6), ct);
        await new DemoTogether(stage).PlayAsync(@case, officer, from.AddHours(30), ct);
        await new DemoEmergency(stage).PlayAsync(@case, from.AddHours(34), ct);
    }
}
