FROM python:3.11-slim

RUN useradd --create-home bot
WORKDIR /app

COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot bot
COPY knowledge knowledge
RUN pip install --no-cache-dir -c constraints.txt -e .

USER bot
# The bot writes nothing; the knowledge can be mounted over /app/knowledge and reloaded with /kb.
CMD ["python", "-m", "bot", "discord"]
