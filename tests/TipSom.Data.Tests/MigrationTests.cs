using Microsoft.EntityFrameworkCore;
using TipSom.TestSupport;

namespace TipSom.Data.Tests;

public sealed class MigrationTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    [Fact]
    public async Task The_model_and_the_migrations_say_the_same()
    {
        await using var db = new TipSomDbContext(
            new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql(database.OwnerConnectionString).Options);

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Migrating_again_changes_nothing()
    {
        await DatabaseSetup.MigrateAsync(database.OwnerConnectionString, TestKeys.Context, TestContext.Current.CancellationToken);
    }
}
