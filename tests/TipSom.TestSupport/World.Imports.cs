using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TipSom.Data.Encryption;
using TipSom.Data.Identity;
using TipSom.Data.Imports;
using TipSom.Domain.Agencies;
using TipSom.Domain.Imports;

namespace TipSom.TestSupport;

/// <summary>Registers that supervisors of a test bring in.</summary>
public sealed partial class World
{
    /// <summary>A file brought to the portal, its columns chosen by their headings; nothing has begun.</summary>
    public Task<RegisterImport> UploadAsync(byte[] file, Unit unit, User by) => AsAsync(by, (scope, db) =>
    {
        var cipher = scope.GetRequiredService<RecordCipher>();
        var format = RegisterFile.FormatOf(file);
        var lines = RegisterFile.Read(format, file);
        var import = RegisterImport.Upload(unit, format, lines.Count - 1, id => cipher.Seal(SealKinds.Register, id, file), ActorOf(by), Now);
        import.Choose(RegisterWords.Guess(lines[0]));
        db.Add(import);
        return Task.FromResult(import);
    });

    /// <summary>A register that waits to be brought in for the station.</summary>
    public async Task<RegisterImport> ImportAsync(byte[] file, Force force, User? by = null)
    {
        var import = await UploadAsync(file, force.Station, by ?? force.Supervisor);
        await ChangeAsync(by ?? force.Supervisor, import, async (scope, db, i) =>
        {
            var plan = await scope.GetRequiredService<ImportRegister>().PlanAsync(db, i, CancellationToken.None);
            i.Start(plan.Cases.Count, plan.People, plan.LeftOut.Count, Now);
        });
        return import;
    }

    public Task<RegisterImport> CancelAsync(User supervisor, RegisterImport import) => ChangeAsync(supervisor, import, (_, _, i) =>
    {
        i.Cancel(Now);
        return Task.CompletedTask;
    });

    private Task<RegisterImport> ChangeAsync(
        User user, RegisterImport import, Func<IServiceProvider, TipSom.Data.TipSomDbContext, RegisterImport, Task> change) => AsAsync(user, async (scope, db) =>
    {
        var found = await db.Imports.SingleAsync(i => i.Id == import.Id);
        await change(scope, db, found);
        return found;
    });
}
