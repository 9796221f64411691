using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TipSom.Data;

return 0;

/// <summary>Gives `dotnet ef` a context; it never connects.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<TipSomDbContext>
{
    public TipSomDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<TipSomDbContext>().UseNpgsql("Host=unused").Options);
}
